package tasktracker.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tasktracker.analysis.SweepAnalyst;
import tasktracker.analysis.verdict.AnalysedSweep;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.Circumstances;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.Drift;
import tasktracker.analysis.verdict.Overview;
import tasktracker.analysis.verdict.RunChart;
import tasktracker.analysis.verdict.SweepAnalysis;

/** Ten repetitions of two architectures at three levels, on machines that are steady or not. */
class DriftTest {
  private static final int SWEEPS = 120;
  private static final int REPETITIONS = 10;
  private static final List<ComparedMetric> METRICS =
      List.of(ComparedMetric.THROUGHPUT, ComparedMetric.P95, ComparedMetric.CPU_PER_REQUEST);

  /** How many times its figures are those of a steady machine. */
  private interface Machine {
    double factor(String architecture, int repetition, Random random);
  }

  @Test
  void aSteadyMachineIsSeldomSaidToDrift() {
    assertThat(share((_, _, _) -> 1, RunChart::machine)).isLessThanOrEqualTo(0.08);
    assertThat(share((_, _, _) -> 1, RunChart::ratio)).isLessThanOrEqualTo(0.08);
  }

  /** What all levels of a repetition have in common is not drift. */
  @Test
  void repetitionsThatDifferAreNoDrift() {
    assertThat(share((_, _, random) -> Math.exp(0.2 * random.nextGaussian()), RunChart::machine))
        .isLessThanOrEqualTo(0.08);
  }

  @Test
  void aMachineThatGetsSlowerIsFoundAndItsPairsAreNot() {
    Machine slower = (_, repetition, _) -> Math.exp(0.05 * repetition);

    assertThat(share(slower, RunChart::machine)).isGreaterThan(0.9);
    assertThat(share(slower, RunChart::ratio)).isLessThanOrEqualTo(0.08);
  }

  @Test
  void oneOfTwoThatGetsSlowerIsFound() {
    assertThat(
            share(
                (architecture, repetition, _) ->
                    architecture.equals("b") ? Math.exp(0.05 * repetition) : 1,
                RunChart::ratio))
        .isGreaterThan(0.9);
  }

  @Test
  void theLineOfLimitsSaysThatTheMachineDrifted() {
    SweepAnalysis analysis = analysis(1, (_, repetition, _) -> Math.exp(0.05 * repetition));

    assertThat(Overview.of(analysis).limits())
        .contains("The machine drifted while a and b were measured in turn: ")
        .contains("CPU time per request rose by ");
  }

  private static double share(Machine machine, Function<RunChart, Drift> side) {
    return LongStream.range(0, SWEEPS)
            .parallel()
            .filter(seed ->
                analysis(seed, machine).comparisons().getFirst().charts().stream()
                    .anyMatch(chart -> side.apply(chart).isFound()))
            .count()
        / (double) SWEEPS;
  }

  private static SweepAnalysis analysis(long seed, Machine machine) {
    Random random = new Random(seed);
    SampleRuns runs = new SampleRuns(seed);
    for (int repetition = 1; repetition <= REPETITIONS; repetition++) {
      for (String architecture : List.of("a", "b")) {
        double factor =
            machine.factor(architecture, repetition, new Random(31 * seed + repetition));
        for (int users : List.of(10, 50, 200)) {
          Map<ComparedMetric, Double> figures = new EnumMap<>(ComparedMetric.class);
          METRICS.forEach(
              metric -> figures.put(metric, 20 * factor * Math.exp(0.1 * random.nextGaussian())));
          runs.add(architecture, users, repetition, figures);
        }
      }
    }
    return SweepAnalyst.analyse(
        new AnalysedSweep(
            List.of("a", "b"),
            runs.runs(),
            new Circumstances(null, 10.0, null, List.of()),
            List.of(),
            false),
        AnalysisSettings.DEFAULTS);
  }
}
