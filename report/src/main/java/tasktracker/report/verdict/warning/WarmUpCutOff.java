package tasktracker.report.verdict.warning;

import java.util.List;
import java.util.Optional;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;
import tasktracker.results.WarmUp;

/** Measurements that began at the limit of their warm-up, before the system was seen to be warm. */
final class WarmUpCutOff implements Warning {
  private static final int MOST_NAMED = 3;

  @Override
  public Optional<String> about(SweepData data) {
    List<String> runs =
        data.runs().stream().filter(WarmUpCutOff::isCutOff).map(RunName::nameOf).toList();
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    String more =
        runs.size() > MOST_NAMED ? " and %d more".formatted(runs.size() - MOST_NAMED) : "";
    return Optional.of(
        "The warm-up was cut off by --warmup-limit before the system was seen to be warm: %s%s."
            .formatted(String.join(", ", runs.stream().limit(MOST_NAMED).toList()), more));
  }

  private static boolean isCutOff(RunResult run) {
    return WarmUp.of(run).filter(each -> each.endedBy() == WarmUp.EndedBy.LIMIT).isPresent();
  }
}
