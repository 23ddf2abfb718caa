package tasktracker.experiments;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import tasktracker.results.LatencyFigures;
import tasktracker.results.ResultsFolder;
import tasktracker.results.RunFigures;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;

/** Carries out runs without measuring: their p95 latency is what a function says, with noise. */
final class InventedRuns {
  private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

  private final ResultsFolder folder;
  private final ToDoubleFunction<RunName> p95;
  private final double noise;
  private final Random random = new Random(1);

  InventedRuns(ResultsFolder folder, double noise, ToDoubleFunction<RunName> p95) {
    this.folder = folder;
    this.noise = noise;
    this.p95 = p95;
  }

  void carryOut(RunName run) {
    carryOut(run, Map.of());
  }

  /** As a sweep does, which marks the runs that confirm. */
  void carryOut(RunName run, SweepRounds rounds) {
    carryOut(run, rounds.confirms(run) ? Map.of(RunResult.CONFIRMS, true) : Map.of());
  }

  private void carryOut(RunName run, Map<String, Object> additions) {
    double latency = p95.applyAsDouble(run) * Math.exp(noise * random.nextGaussian());
    folder.add(
        run,
        new RunResult(
                run.architecture(),
                run.concurrency(),
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                10.0,
                RunFigures.of(
                    100L * run.concurrency(),
                    0,
                    10,
                    new LatencyFigures(
                        latency / 2, latency, 2 * latency, latency / 2, 1.0, 3 * latency)),
                START,
                START.plusSeconds(10),
                run.folder() + "/stats_stats.csv",
                run.folder() + "/stats_stats_history.csv",
                null,
                null,
                Map.of("repetition", run.repetition(), "wall_s", 20.0, "validity", "VALID"))
            .plus(additions));
  }
}
