package tasktracker.report.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.report.Chart;

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
    assertThat(line.points())
        .extracting(Chart.Point::load, Chart.Point::value)
        .containsExactly(tuple(10.0, 25.0), tuple(50.0, 40.0));
    assertThat(line.repetitions())
        .containsExactly(new Chart.Point(10, 20), new Chart.Point(10, 30));
    assertThat(chart.subtitle()).endsWith("mean of 1–2 runs (small dots) with its 95 % interval");
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
  void marksACrossoverWithItsIntervalWhereRunsWereRepeated() {
    Chart chart = charts(crossing(0.1)).crossovers();

    Chart.Panel latency = chart.panels().getFirst();
    assertThat(latency.crossings())
        .singleElement()
        .satisfies(ring -> assertThat(ring.load()).isBetween(70.0, 80.0));
    assertThat(latency.spans())
        .singleElement()
        .satisfies(span -> {
          assertThat(span.from()).isBetween(50.0, latency.crossings().getFirst().load());
          assertThat(span.to()).isBetween(latency.crossings().getFirst().load(), 100.0);
        });
    assertThat(chart.notes())
        .satisfiesExactly(
            note ->
                assertThat(note)
                    .matches("p95 latency: crossover at about 7\\d\\.\\d \\(.*\\) users"),
            note ->
                assertThat(note)
                    .isEqualTo("Throughput: no crossover found between the tested levels"));
  }

  @Test
  void marksNoCrossoverThatTheSentencesDoNotClaim() {
    var sweep = crossing(1);

    Chart chart = charts(sweep).crossovers();

    assertThat(SweepFindings.of(sweep.folder()).analysis().verdict().getFirst())
        .contains("not sure enough among so many comparisons");
    assertThat(chart.panels().getFirst().crossings()).isEmpty();
    assertThat(chart.notes().getFirst())
        .isEqualTo("p95 latency: no crossover found between the tested levels");
  }

  @Test
  void anInvalidRunIsInNoFigureAndNamed() {
    var sweep =
        sweep()
            .run("monolith", 10, 20)
            .invalidRun("monolith", 10, 900, "the generator was the bottleneck")
            .invalidRun("monolith", 50, 900, "the generator was the bottleneck");

    Chart chart = charts(sweep).of(Metric.P95);

    assertThat(chart.panels().getFirst().lines().getFirst().points())
        .extracting(Chart.Point::value)
        .containsExactly(20.0, Double.NaN);
    assertThat(chart.notes())
        .containsExactly("Left out as invalid: monolith at 10 users, monolith at 50 users");
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

  /** Three repetitions whose lines meet at 75 users, with noise of about so many ms. */
  private SampleSweep crossing(double noise) {
    var sweep = sweep();
    for (double each : new double[] {-noise, 0.2 * noise, 0.8 * noise}) {
      sweep
          .run("monolith", 50, 20 + each)
          .run("microservices", 50, 30 - each)
          .run("monolith", 100, 40 - each)
          .run("microservices", 100, 30 + each);
    }
    return sweep;
  }

  private SampleSweep sweep() {
    return new SampleSweep(parent);
  }

  private static SweepCharts charts(SampleSweep sweep) {
    return new SweepCharts(SweepFindings.of(sweep.folder()));
  }
}
