package tasktracker.stack.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tasktracker.stack.embedded.StackOwner;

class OwnerTest {
  @ParameterizedTest
  @CsvSource({"-900, true", "0, true", "900, true", "-60000, false"})
  void isAliveWhereAProcessOfThatNumberStartedAboutThen(long millisLater, boolean alive) {
    ProcessHandle own = ProcessHandle.current();
    Instant started = own.info().startInstant().orElseThrow();

    assertThat(new StackOwner(own.pid(), started.plusMillis(millisLater)).alive()).isEqualTo(alive);
  }
}
