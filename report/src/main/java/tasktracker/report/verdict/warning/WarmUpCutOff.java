package tasktracker.report.verdict.warning;

import java.util.List;
import java.util.Optional;
import tasktracker.analysis.verdict.Wording;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;
import tasktracker.results.WarmUp;

/** Measurements that began at the limit of their warm-up, before the system was seen to be warm. */
final class WarmUpCutOff implements Warning {
  @Override
  public Optional<String> about(SweepData data) {
    List<String> runs =
        data.runs().stream().filter(WarmUpCutOff::isCutOff).map(RunName::nameOf).toList();
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "The warm-up was cut off by --warmup-limit before the system was seen to be warm: %s."
            .formatted(Wording.few(runs)));
  }

  private static boolean isCutOff(RunResult run) {
    return WarmUp.of(run).filter(each -> each.endedBy() == WarmUp.EndedBy.LIMIT).isPresent();
  }
}
