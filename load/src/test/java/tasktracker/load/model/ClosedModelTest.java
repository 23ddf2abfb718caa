package tasktracker.load.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClosedModelTest {
  @Test
  void pacingIsNamed() {
    assertThat(ClosedModel.paced(50, 10, Duration.ofMillis(100)))
        .hasToString("closed with constant pacing: 50 users, 10/s spawned, a task every 100ms");
    assertThat(new ClosedModel(50, 2.5, ThinkTime.parse("50ms-150ms")))
        .hasToString("closed: 50 users, 2.5/s spawned, think time 50ms-150ms");
  }

  @Test
  void refusesPacingBesideThinkTime() {
    Optional<Duration> pacing = Optional.of(Duration.ofSeconds(1));

    assertThatThrownBy(() -> new ClosedModel(1, 1, ThinkTime.parse("1s"), pacing))
        .hasMessage("pacing takes the place of think time: give one of them, not both");
    assertThatThrownBy(() -> ClosedModel.paced(1, 1, Duration.ZERO))
        .hasMessage("pacing must be above 0, not PT0S");
  }

  @Test
  void anOpenModelIsNamedWithItsArrivals() {
    assertThat(new OpenModel(Arrivals.parse("poisson(5000/s)"), 200))
        .hasToString("open: arrivals poisson(5000/s), at most 200 users");
  }
}
