package tasktracker.stack.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import tasktracker.results.CpuSpeed;
import tasktracker.stack.CpuSet;

/** On the processors of this machine, however busy they are. */
@EnabledOnOs(OS.LINUX)
class CpuSpeedWatchTest {
  @Test
  void seesHowFastTheProcessorsAreInTheTimeThatCounts() throws InterruptedException {
    String last = String.valueOf(CpuSet.ofThisProcess().orElseThrow().cpus().getLast());
    try (CpuSpeedWatch watch = new CpuSpeedWatch(last)) {
      Thread.sleep(Duration.ofSeconds(1));
      watch.start();
      Thread.sleep(Duration.ofSeconds(2));

      CpuSpeed speed = watch.stop().orElseThrow();

      assertThat(speed.lowest()).isPositive();
      assertThat(speed.mean()).isBetween(speed.lowest(), speed.highest());
    }
  }

  @Test
  void saysNothingOfProcessorsThatItCannotGetTo() throws InterruptedException {
    try (CpuSpeedWatch watch = new CpuSpeedWatch("9999")) {
      watch.start();
      Thread.sleep(Duration.ofSeconds(1));

      assertThat(watch.stop()).isEqualTo(Optional.empty());
    }
  }
}
