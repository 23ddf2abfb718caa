package tasktracker.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.0004, <0.001",
    "0.3742, 0.374",
    "4.5309, 4.53",
    "22, 22",
    "40.385, 40.4",
    "182.9, 183",
    "12345.6, '12,346'"
  })
  void writesValuesWithThreeSignificantDigits(double value, String text) {
    assertThat(ValueText.of(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0.07, 0.1", "1, 1", "1.2, 2", "2.3, 5", "6, 10", "230, 500"})
  void stepsAreRound(double atLeast, double step) {
    assertThat(FigureAxis.roundStep(atLeast)).isEqualTo(step);
  }

  @Test
  void shortensLongNamesAtWholeCharacters() {
    assertThat(Legend.shortened("monolith")).isEqualTo("monolith");
    assertThat(Legend.shortened("x".repeat(41))).isEqualTo("x".repeat(39) + "…");
    assertThat(Legend.shortened("𝄞".repeat(41))).isEqualTo("𝄞".repeat(39) + "…");
  }

  @Test
  void spellsCharactersThatTheTypefaceLacks() {
    assertThat(Typeface.bundled().legible("модульный naïve 中")).isEqualTo("модульный naïve U+4E2D");
  }
}
