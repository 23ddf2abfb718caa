package tasktracker.experiments.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.experiments.report.Chart;
import tasktracker.experiments.result.RecordedRuns;

class SweepChartsTest {

  @TempDir Path parent;

  @Test
  void aRunWithoutRequestsIsAGapAndANoteInEveryChart() {
    var sweep =
        sweep().run("monolith", 10, 20).runWithoutRequests("monolith", 50).run("monolith", 90, 40);

    for (Metric metric : Metric.ALL) {
      Chart chart = charts(sweep).of(metric);

      assertThat(chart.panels().getFirst().lines().getFirst().points().get(1).value())
          .as(metric.name())
          .isNaN();
      assertThat(chart.notes()).containsExactly("No requests counted: monolith at 50 users");
    }
  }

  @Test
  void aFailedRunIsAGapAndANote() {
    var sweep =
        sweep()
            .run("monolith", 10, 20)
            .failure("monolith", 50, "port 9000 is taken")
            .run("monolith", 90, 40);

    Chart chart = charts(sweep).of(Metric.P95);

    assertThat(chart.panels().getFirst().lines().getFirst().points())
        .extracting(Chart.Point::value)
        .containsExactly(20.0, Double.NaN, 40.0);
    assertThat(chart.notes()).containsExactly("Run failed: monolith at 50 users");
  }

  @Test
  void repetitionsShowAsTheirMeanAndOneByOne() {
    var sweep = sweep().run("monolith", 10, 20).run("monolith", 10, 30).run("monolith", 50, 40);

    Chart chart = charts(sweep).of(Metric.P95);

    Chart.Line line = chart.panels().getFirst().lines().getFirst();
    assertThat(line.points()).containsExactly(new Chart.Point(10, 25), new Chart.Point(50, 40));
    assertThat(line.repetitions())
        .containsExactly(new Chart.Point(10, 20), new Chart.Point(10, 30));
    assertThat(chart.subtitle()).endsWith("mean of 1–2 runs per level (small dots), no interval");
  }

  @Test
  void saysWhereLinesCrossAndHowSureThatIs() {
    var sweep =
        sweep()
            .run("monolith", 50, 20)
            .run("microservices", 50, 30)
            .run("monolith", 100, 40)
            .run("microservices", 100, 30);

    Chart chart = charts(sweep).crossovers();

    assertThat(chart.panels().getFirst().crossings()).containsExactly(new Chart.Point(75, 30));
    assertThat(chart.notes())
        .containsExactly(
            "p95 latency: lines cross at about 75 users, interpolated between 50 and 100"
                + " (no interval)",
            "Throughput: no crossover between the tested levels");
  }

  @Test
  void ringsNothingWhereALevelInBetweenFailed() {
    var sweep =
        sweep()
            .run("monolith", 50, 20)
            .run("microservices", 50, 30)
            .failure("monolith", 75, "died")
            .run("microservices", 75, 30)
            .run("monolith", 100, 40)
            .run("microservices", 100, 30);

    Chart chart = charts(sweep).crossovers();

    assertThat(chart.panels().getFirst().crossings()).isEmpty();
    assertThat(chart.notes().getFirst())
        .isEqualTo(
            "p95 latency: lines cross somewhere between 50 and 100 users, where figures are"
                + " missing (no interval)");
  }

  @Test
  void oneArchitectureHasNothingToCross() {
    assertThat(charts(sweep().run("monolith", 10, 20)).crossovers().notes()).isEmpty();
  }

  @Test
  void saysThatOneLineHidesTheOther() {
    var sweep = sweep().run("monolith", 10, 20).run("microservices", 10, 30);

    Metric errorRate = Metric.ALL.get(4);
    assertThat(charts(sweep).of(errorRate).notes())
        .containsExactly("Lines coincide: monolith, microservices");
  }

  @Test
  void linesThatAreNotThereDoNotCoincide() {
    var sweep = sweep().runWithoutRequests("monolith", 10).runWithoutRequests("microservices", 10);

    assertThat(charts(sweep).of(Metric.P95).notes())
        .containsExactly("No requests counted: monolith at 10 users, microservices at 10 users");
  }

  @Test
  void namesTheLoadModelAsTheConfigurationDoes() {
    var sweep = sweep().run("monolith", 10, 20);
    sweep.folder().writeConfig(Map.of("load_model", "closed, think time 50ms-150ms"));

    assertThat(charts(sweep).of(Metric.P95).subtitle())
        .isEqualTo(
            "Closed model, think time 50ms-150ms  ·  60 s per level  ·  10 s warm-up  ·  1 run per"
                + " level, no interval");
  }

  private SampleSweep sweep() {
    return new SampleSweep(parent);
  }

  private static SweepCharts charts(SampleSweep sweep) {
    RecordedRuns recorded = sweep.folder().read();
    return new SweepCharts(recorded);
  }
}
