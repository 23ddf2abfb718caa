package tasktracker.experiments;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import tasktracker.results.RunResult;

/** How much time an experiment may still take, judged by what took longest so far. */
final class Budget {
  private final Duration limit;
  private final long start = System.nanoTime();
  private Duration spentBefore = Duration.ZERO;
  private Duration longestRun = Duration.ZERO;
  private Duration longestDeployment = Duration.ZERO;

  /** A budget that runs from now; null for no limit. */
  Budget(Duration limit) {
    this.limit = limit;
  }

  /** Counts what was spent before the experiment was resumed: the time of the recorded runs. */
  void spentOn(List<RunResult> recorded) {
    for (RunResult run : recorded) {
      double all = run.addition("wall_s", Double.class).orElse(0.0);
      double deployment = run.addition("deployment_s", Double.class).orElse(0.0);
      spentBefore = spentBefore.plus(seconds(all));
      took(seconds(deployment), seconds(all - deployment));
    }
  }

  private static Duration seconds(double count) {
    return Duration.ofNanos(Math.round(count * 1e9));
  }

  /** Keeps how long a run took, and before it the deployment that was brought up for it. */
  void took(Duration deployment, Duration run) {
    longestDeployment = Collections.max(List.of(longestDeployment, deployment));
    longestRun = Collections.max(List.of(longestRun, run));
  }

  /** Whether there is time for so many more deployments and runs. */
  boolean allows(int deployments, int runs) {
    Duration spent = spentBefore.plusNanos(System.nanoTime() - start);
    Duration needed =
        longestDeployment.multipliedBy(deployments).plus(longestRun.multipliedBy(runs));
    return limit == null || spent.plus(needed).compareTo(limit) <= 0;
  }
}
