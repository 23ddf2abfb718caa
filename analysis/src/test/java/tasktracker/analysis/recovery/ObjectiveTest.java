package tasktracker.analysis.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectiveTest {

  @ParameterizedTest
  @ValueSource(strings = {"99.9%<500ms", "99%<1s", "99.99%<250us"})
  void readsBackWhatItWrites(String text) {
    assertThat(Objective.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "99.9", "99.9%", "100%<1s", "0%<1s", "99%<soon", "99%<0"})
  void refusesWhatIsNoObjective(String text) {
    assertThatThrownBy(() -> Objective.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void chargesFailedAndSlowRequestsToTheBudgetOfThirtyDays() {
    Objective objective = new Objective(0.999, Duration.ofMillis(500));

    // 100 requests a second are 259.2 million in 30 days, of which 259,200 may miss.
    assertThat(objective.budgetUsed(new Impact(5_000, 2_000, 592), 100))
        .isCloseTo(0.01, within(1e-12));
  }
}
