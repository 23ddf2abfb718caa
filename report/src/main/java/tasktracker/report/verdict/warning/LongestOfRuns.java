package tasktracker.report.verdict.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;

/** The runs in which something took too long, and the longest time that it took. */
final class LongestOfRuns {
  private final int all;
  private final List<String> names = new ArrayList<>();
  private double longest;

  /**
   * Looks for them.
   *
   * @param tolerated seconds that are not too long
   * @param seconds how long it took in a run
   */
  LongestOfRuns(SweepData data, double tolerated, ToDoubleFunction<RunResult> seconds) {
    all = data.runs().size();
    for (RunResult run : data.runs()) {
      double took = seconds.applyAsDouble(run);
      if (took > tolerated) {
        names.add(RunName.folderOf(run).orElse(run.architecture() + " at " + run.concurrency()));
        longest = Math.max(longest, took);
      }
    }
  }

  /**
   * Empty where there are none.
   *
   * @param format takes the runs in words, and the seconds
   */
  Optional<String> sentence(String format) {
    String where = names.size() == all ? "all runs" : String.join(", ", names);
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(String.format(Locale.ROOT, format, where, longest));
  }
}
