package tasktracker.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tasktracker.analysis.verdict.AnalysedRun;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.RunAssessment;
import tasktracker.load.watch.Validity;

/** Invents runs of an experiment. */
public final class SampleRuns {
  static final double BLOCK_NOISE = 0.05;
  static final double RUN_NOISE = 0.04;

  private final Random random;
  private final List<AnalysedRun> runs = new ArrayList<>();

  /** None yet; the noise follows from the seed. */
  public SampleRuns(long seed) {
    random = new Random(seed);
  }

  /**
   * Adds repetitions of a level of two architectures, {@code a} and {@code b}, whose p95 latencies
   * differ by a ratio, with noise that the two have in common and noise of each run.
   */
  public SampleRuns level(int users, int repetitions, double ratio) {
    for (int repetition = 1; repetition <= repetitions; repetition++) {
      double block = BLOCK_NOISE * random.nextGaussian();
      add("a", users, repetition, 20 * Math.exp(block + RUN_NOISE * random.nextGaussian()));
      add("b", users, repetition, 20 * ratio * Math.exp(block + RUN_NOISE * random.nextGaussian()));
    }
    return this;
  }

  /** Adds one run. */
  public SampleRuns add(String architecture, int users, int repetition, double p95) {
    return add(architecture, users, repetition, Map.of(ComparedMetric.P95, p95));
  }

  /** Adds one run with other figures. */
  public SampleRuns add(
      String architecture, int users, int repetition, Map<ComparedMetric, Double> figures) {
    runs.add(run(architecture, users, repetition, figures, Map.of()));
    return this;
  }

  /** One run with what its figures are when its seconds are resampled. */
  public static AnalysedRun run(
      String architecture,
      int users,
      int repetition,
      Map<ComparedMetric, Double> figures,
      Map<ComparedMetric, List<Double>> resampled) {
    return run(architecture, users, repetition, figures, resampled, null);
  }

  static AnalysedRun run(
      String architecture,
      int users,
      int repetition,
      Map<ComparedMetric, Double> figures,
      Map<ComparedMetric, List<Double>> resampled,
      Double cpuSpeed) {
    return run(architecture, users, repetition, figures, Map.of(), resampled, cpuSpeed);
  }

  /** One run whose p95 latency was rounded to a multiple of this. */
  static AnalysedRun rounded(String architecture, int repetition, double p95, double step) {
    return run(
        architecture,
        50,
        repetition,
        Map.of(ComparedMetric.P95, p95),
        Map.of(ComparedMetric.P95, step),
        Map.of(),
        null);
  }

  private static AnalysedRun run(
      String architecture,
      int users,
      int repetition,
      Map<ComparedMetric, Double> figures,
      Map<ComparedMetric, Double> steps,
      Map<ComparedMetric, List<Double>> resampled,
      Double cpuSpeed) {
    return new AnalysedRun(
        new RunAssessment(
            "run", architecture, users, repetition, Validity.VALID, List.of(), false, false),
        figures,
        steps,
        10_000L,
        resampled,
        List.of(),
        null,
        null,
        null,
        cpuSpeed,
        null,
        List.of(),
        Map.of());
  }

  /** All that were added. */
  public List<AnalysedRun> runs() {
    return runs;
  }
}
