package tasktracker.report.verdict.warning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tasktracker.results.HistoryReader;
import tasktracker.results.Numbers;
import tasktracker.results.Resources;
import tasktracker.results.RunResult;

/** CPU that was counted before the first request was. */
final class SampledBeforeLoad implements Warning {
  private static final String SENTENCE =
      "CPU and memory of %s were sampled from up to %.0f s before the first counted request, so"
          + " what happened before the measurement is in them.";
  private static final double TOLERATED_SECONDS = 2;

  @Override
  public Optional<String> about(SweepData data) {
    return new LongestOfRuns(data, TOLERATED_SECONDS, run -> seconds(data, run)).sentence(SENTENCE);
  }

  /** From the first sample to the first counted request. */
  private static double seconds(SweepData data, RunResult run) {
    return firstRequest(data.history(run))
        .flatMap(requested -> firstSample(run).map(sampled -> requested - sampled))
        .orElse(0.0);
  }

  private static Optional<Double> firstRequest(List<HistoryReader.Row> history) {
    return history.stream()
        .filter(row -> row.requests() > 0)
        .map(row -> (double) row.epochSecond())
        .findFirst();
  }

  private static Optional<Double> firstSample(RunResult run) {
    return samples(run)
        .map(Resources.Sample::timestamp)
        .min(Instant::compareTo)
        .map(Numbers::epoch);
  }

  private static Stream<Resources.Sample> samples(RunResult run) {
    return run.resources() == null
        ? Stream.empty()
        : run.resources().containers().values().stream()
            .flatMap(container -> container.samples().stream())
            .filter(sample -> sample.timestamp() != null);
  }
}
