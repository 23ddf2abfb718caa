package tasktracker.report.verdict.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tasktracker.results.Numbers;
import tasktracker.results.Resources;
import tasktracker.results.RunResult;

/** CPU and memory that were looked at less often than was asked for. */
final class SampledRarely implements Warning {
  private static final double TOLERATED_FACTOR = 1.5;

  @Override
  public Optional<String> about(SweepData data) {
    List<Double> gaps = data.runs().stream().flatMap(SampledRarely::gaps).sorted().toList();
    if (gaps.isEmpty() || data.askedInterval().isEmpty()) {
      return Optional.empty();
    }
    double asked = data.askedInterval().getAsDouble();
    double median = gaps.get(gaps.size() / 2);
    return median <= TOLERATED_FACTOR * asked
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "CPU and memory were sampled every %.1f s, although every %.1f s was asked for.",
                median,
                asked));
  }

  private static Stream<Double> gaps(RunResult run) {
    return run.resources() == null
        ? Stream.empty()
        : run.resources().containers().values().stream().flatMap(SampledRarely::gaps);
  }

  private static Stream<Double> gaps(Resources.Container container) {
    List<Double> gaps = new ArrayList<>();
    List<Resources.Sample> samples =
        container.samples().stream().filter(sample -> sample.timestamp() != null).toList();
    for (int i = 1; i < samples.size(); i++) {
      gaps.add(
          Numbers.epoch(samples.get(i).timestamp())
              - Numbers.epoch(samples.get(i - 1).timestamp()));
    }
    return gaps.stream();
  }
}
