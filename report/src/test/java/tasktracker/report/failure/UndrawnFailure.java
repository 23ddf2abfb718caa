package tasktracker.report.failure;

import java.nio.file.Path;
import java.util.Collection;
import tasktracker.results.failure.FailureFolder;
import tasktracker.results.failure.FailureResult;

/** What plots and slides read of a failure experiment, without the time that drawing takes. */
public final class UndrawnFailure {
  private UndrawnFailure() {}

  /**
   * Makes charts and sentences of a folder.
   *
   * @return how many there are
   */
  public static int of(Path folder) {
    Collection<FailureResult> results = new FailureFolder(folder).read().values();
    int made = new FailureCharts(results).all().size();
    for (FailureResult result : results) {
      FailureSentences sentences = new FailureSentences(result);
      made += sentences.impactOnUsers().length() + sentences.recoveryOfUsers().length();
    }
    return made;
  }
}
