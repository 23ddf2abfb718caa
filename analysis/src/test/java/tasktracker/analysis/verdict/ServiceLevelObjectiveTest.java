package tasktracker.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tasktracker.analysis.verdict.ServiceLevelObjective.Bound;

class ServiceLevelObjectiveTest {
  @Test
  void readsBoundsInTheUnitsOfTheMetrics() {
    assertThat(ServiceLevelObjective.parse("p95<1.5s, error_rate<0.5%").bounds())
        .containsExactly(
            Bound.of(ComparedMetric.P95, 1500), Bound.of(ComparedMetric.ERROR_RATE, 0.5));
  }

  @Test
  void readsBoundsOnEndpointsAndWindows() {
    assertThat(
            ServiceLevelObjective.parse(
                    "GET /a: b: p95<200ms,error_rate<1% every 10s; [Tasks] List: p50<5ms; p99<1s")
                .bounds())
        .containsExactly(
            new Bound("GET /a: b", ComparedMetric.P95, 200, Duration.ofSeconds(10)),
            new Bound("GET /a: b", ComparedMetric.ERROR_RATE, 1, Duration.ofSeconds(10)),
            new Bound("[Tasks] List", ComparedMetric.P50, 5, null),
            Bound.of(ComparedMetric.P99, 1000))
        .extracting(Bound::toString)
        .containsExactly(
            "GET /a: b: p95 < 200 ms every 10s",
            "GET /a: b: error_rate < 1 % every 10s",
            "[Tasks] List: p50 < 5 ms",
            "p99 < 1000 ms");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "p95<1s;",
        "a: ",
        "p95<1s every",
        "p95<1s every 0s",
        "p95<1s every 1500ms",
        "",
        "p95",
        "p95>200ms",
        "p95<200",
        "p95<0",
        "speed<1s",
        "error_rate<1",
        "p95<1s,"
      })
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
    assertThat(objective.isMetBy(bound -> figures.get(bound.metric()))).isFalse();
    figures.put(ComparedMetric.ERROR_RATE, 0.0);
    assertThat(objective.isMetBy(bound -> figures.get(bound.metric()))).isTrue();
    figures.put(ComparedMetric.P95, 200.0);
    assertThat(objective.isMetBy(bound -> figures.get(bound.metric()))).isFalse();
  }

  @Test
  void hasNoWorstWindowWhereOneHasNoFigure() {
    ServiceLevelObjective.Bound bound =
        ServiceLevelObjective.parse("p95<200ms every 2s").bounds().getFirst();
    List<Double> seconds = List.of(1.0, 1.0, 0.0, 0.0, 3.0, 3.0);

    assertThat(bound.worst(seconds, ServiceLevelObjectiveTest::figure)).isNull();
    assertThat(bound.worst(seconds.subList(0, 2), ServiceLevelObjectiveTest::figure)).isEqualTo(1);
  }

  private static Double figure(List<Double> window) {
    double sum = window.stream().mapToDouble(Double::doubleValue).sum();
    return sum == 0 ? null : (Double) (sum / window.size());
  }
}
