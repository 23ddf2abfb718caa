package tasktracker.report.verdict.warning;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import tasktracker.results.CpuSpeed;

/** Processors that were much faster in one run than in another. */
final class CpuSpeedVaried implements Warning {
  private static final double MUCH = 1.1;

  @Override
  public Optional<String> about(SweepData data) {
    var speeds =
        data.runs().stream()
            .map(CpuSpeed::meanOf)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .summaryStatistics();
    return speeds.getCount() < 2 || speeds.getMax() < MUCH * speeds.getMin()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "The CPUs of the stack were %.0f %% faster in one run than in another (a busy"
                    + " host, or a clock rate that changes); intervals of single runs allow for"
                    + " it, repetitions are better.",
                100 * (speeds.getMax() / speeds.getMin() - 1)));
  }
}
