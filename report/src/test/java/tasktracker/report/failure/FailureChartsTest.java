package tasktracker.report.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tasktracker.report.Chart;
import tasktracker.report.Chart.Line;
import tasktracker.report.Chart.Point;
import tasktracker.report.Chart.Span;
import tasktracker.results.failure.FailureResult;

class FailureChartsTest {

  @Test
  void everyErrorLiesWithinTheSecondsOfTheFaultAndOfTheStart() {
    Chart chart = charts(SampleFailure.of("microservices", 30)).get("error_rate_over_time");

    List<Point> failing =
        line(chart, 0, "failed requests").points().stream()
            .filter(point -> point.value() > 0)
            .toList();
    assertThat(failing).extracting(Point::load).containsExactly(range(30.5, 11));
    assertThat(failing).extracting(Point::value).containsOnly(75.0);
    assertThat(chart.panels().getFirst().spans())
        .containsExactly(
            new Span(30, 40, "fault in force"),
            new Span(40, 41, "starting", true),
            new Span(41, 41, "recovered"));
  }

  @Test
  void goodputDropsInTheSecondOfTheFaultAndFailuresAreNotWork() {
    Chart chart = charts(SampleFailure.of("microservices", 30)).get("throughput_over_time");

    assertThat(line(chart, 0, "goodput").points())
        .contains(new Point(29.5, 100), new Point(30.5, 25), new Point(40.5, 25))
        .contains(new Point(41.5, 100));
    assertThat(line(chart, 0, "failed requests").points())
        .contains(new Point(29.5, 0), new Point(30.5, 75));
  }

  @Test
  void recoveryIsShownInProportionToWhatWasNormal() {
    Chart chart = charts(SampleFailure.of("microservices", 30)).get("recovery_analysis");

    assertThat(line(chart, 0, "goodput").points())
        .contains(new Point(29.5, 100), new Point(30.5, 25));
    assertThat(line(chart, 1, "p95").points()).extracting(Point::value).containsOnly(1.0);
    assertThat(line(chart, 0, "goodput").points())
        .extracting(Point::load)
        .allMatch(second -> second >= 22 && second <= 53);
  }

  @Test
  void architecturesStandSideBySideInEveryPanel() {
    Map<String, Chart> charts =
        charts(SampleFailure.of("monolith", 30), SampleFailure.of("microservices", 31));

    assertThat(charts.values())
        .allSatisfy(chart ->
            assertThat(chart.names()).containsExactlyInAnyOrder("monolith", "microservices"));
    assertThat(charts.get("latency_over_time").panels()).hasSize(3);
    assertThat(charts.get("error_rate_over_time").panels().getFirst().spans())
        .containsExactly(
            new Span(30, 41, "fault in force"),
            new Span(41, 41, "monolith recovered"),
            new Span(42, 42, "microservices recovered"));
  }

  @Test
  void everyFaultOfSeveralIsShaded() {
    Chart chart = charts(SampleFailure.of("monolith", 10, 35)).get("combined_failure_analysis");

    assertThat(chart.panels().getFirst().spans())
        .filteredOn(span -> span.label().equals("fault in force"))
        .containsExactly(new Span(10, 20, "fault in force"), new Span(35, 45, "fault in force"));
  }

  @Test
  void namesWhatWasBrokenAndTheLoadModel() {
    Chart chart = charts(SampleFailure.of("monolith", 30)).get("latency_over_time");

    assertThat(chart.subtitle())
        .contains("stop-start of tasktracker_task_service", "closed: 10 users", "monolith");
  }

  private static Map<String, Chart> charts(FailureResult... results) {
    return new FailureCharts(List.of(results)).all();
  }

  private static Line line(Chart chart, int panel, String name) {
    return chart.panels().get(panel).lines().stream()
        .filter(line -> line.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Double[] range(double first, int count) {
    Double[] range = new Double[count];
    for (int i = 0; i < count; i++) {
      range[i] = first + i;
    }
    return range;
  }
}
