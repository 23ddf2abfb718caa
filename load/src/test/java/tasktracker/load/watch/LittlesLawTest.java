package tasktracker.load.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LittlesLawTest {
  @Test
  void usersWhoOnlyWaitAndThinkLeaveNothing() {
    assertThat(LittlesLaw.residual(10, Duration.ofSeconds(50), Duration.ofSeconds(5))).hasValue(0);
  }

  @Test
  void whatTheGeneratorKeptIsLeft() {
    assertThat(LittlesLaw.residual(10, Duration.ofSeconds(45), Duration.ofSeconds(5)).orElseThrow())
        .isCloseTo(0.1, within(1e-12));
    assertThat(LittlesLaw.residual(10, Duration.ofSeconds(55), Duration.ofSeconds(5)).orElseThrow())
        .isCloseTo(0.1, within(1e-12));
  }

  @Test
  void saysNothingWithoutUsersOrTime() {
    assertThat(LittlesLaw.residual(0, Duration.ZERO, Duration.ofSeconds(5))).isEmpty();
    assertThat(LittlesLaw.residual(5, Duration.ZERO, Duration.ZERO)).isEmpty();
  }
}
