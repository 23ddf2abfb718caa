package tasktracker.analysis.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HolmTest {
  @Test
  void adjustsAsRDoes() {
    // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")
    assertThat(Holm.adjust(List.of(0.01, 0.04, 0.03, 0.005)))
        .usingElementComparator((one, other) -> Math.abs(one - other) < 1e-12 ? 0 : 1)
        .containsExactly(0.03, 0.06, 0.06, 0.02);
  }

  @Test
  void neverExceedsOne() {
    assertThat(Holm.adjust(List.of(0.9, 0.8))).containsExactly(1.0, 1.0);
  }

  @Test
  void intervalsOfStudentAreThoseOfTables() {
    assertThat(new StudentT(4).factor(0.95)).isEqualTo(2.776, Offset.offset(0.001));
    assertThat(SampleMean.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0)).halfWidth(0.95))
        .isEqualTo(1.963, Offset.offset(0.001));
  }
}
