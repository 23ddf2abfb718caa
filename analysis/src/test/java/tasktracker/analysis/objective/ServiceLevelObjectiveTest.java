package tasktracker.analysis.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tasktracker.analysis.verdict.ComparedMetric;

class ServiceLevelObjectiveTest {
  @Test
  void readsBoundsInTheUnitsOfTheMetrics() {
    assertThat(ServiceLevelObjective.parse("p95<1.5s, error_rate<0.5%").bounds())
        .containsExactly(
            new ServiceLevelObjective.Bound(ComparedMetric.P95, 1500),
            new ServiceLevelObjective.Bound(ComparedMetric.ERROR_RATE, 0.5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "p95", "p95>200ms", "p95<200", "p95<0", "speed<1s", "error_rate<1", "p95<1s,"})
  void refusesOtherTextWithOneLine(String text) {
    assertThatThrownBy(() -> ServiceLevelObjective.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .hasLineCount(1);
  }

  @Test
  void isMissedByAFigureAtTheLimitAndByOneThatIsMissing() {
    ServiceLevelObjective objective = ServiceLevelObjective.parse("p95<200ms,error_rate<1%");
    Map<ComparedMetric, Double> figures = new EnumMap<>(ComparedMetric.class);
    figures.put(ComparedMetric.P95, 199.9);
    assertThat(objective.isMetBy(figures::get)).isFalse();
    figures.put(ComparedMetric.ERROR_RATE, 0.0);
    assertThat(objective.isMetBy(figures::get)).isTrue();
    figures.put(ComparedMetric.P95, 200.0);
    assertThat(objective.isMetBy(figures::get)).isFalse();
  }
}
