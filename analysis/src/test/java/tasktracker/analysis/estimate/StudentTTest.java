package tasktracker.analysis.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StudentTTest {
  @Test
  void keepsNoMoreFactorsTheMoreLevelsAreAskedFor() {
    for (int i = 0; i < 5_000; i++) {
      new StudentT(4).factor(0.9 + 1e-6 * i);
    }

    assertThat(StudentT.kept()).isBetween(1, 4_096);
  }
}
