package tasktracker.report.verdict.warning;

import java.util.List;
import java.util.Optional;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;

/** Instances of which nobody knows how much CPU they used, so that there is no total. */
final class MissingUsage implements Warning {
  private static final int MOST_NAMED = 3;

  @Override
  public Optional<String> about(SweepData data) {
    List<String> runs =
        data.runs().stream()
            .filter(run -> run.resources() != null)
            .filter(run -> !run.resources().withoutCpu().isEmpty())
            .map(MissingUsage::named)
            .toList();
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    String more =
        runs.size() > MOST_NAMED ? " and %d more runs".formatted(runs.size() - MOST_NAMED) : "";
    return Optional.of(
        "CPU of the whole stack is not known where that of an instance is missing: %s%s."
            .formatted(String.join("; ", runs.stream().limit(MOST_NAMED).toList()), more));
  }

  private static String named(RunResult run) {
    return "%s in %s"
        .formatted(String.join(", ", run.resources().withoutCpu()), RunName.nameOf(run));
  }
}
