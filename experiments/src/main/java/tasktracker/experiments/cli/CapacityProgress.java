package tasktracker.experiments.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import tasktracker.experiments.SweepListener;
import tasktracker.load.Progress;
import tasktracker.report.ValueText;
import tasktracker.results.FailedRun;
import tasktracker.results.Resources;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;
import tasktracker.results.WarmUp;

/** Shows a search for capacity as it goes on: a line for each try. */
final class CapacityProgress implements SweepListener {
  private final Terminal terminal;

  CapacityProgress(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void trainingStarted(String architecture) {
    terminal.line("Preparing the JVMs of " + architecture + ", once for this build");
  }

  @Override
  public void deploymentStarted(String architecture, List<Integer> levels) {
    terminal.status("%s at %d/s: starting".formatted(architecture, levels.getFirst()));
  }

  @Override
  public void deployed(String architecture, Duration startUp) {}

  /** A try warms its deployment itself. */
  @Override
  public void warming(String architecture, int users, Progress progress) {}

  @Override
  public void warmedUp(String architecture, int users, WarmUp warmUp) {
    terminal.line("      " + warmUp.text());
  }

  /** A try empties nothing: its deployment is fresh. */
  @Override
  public void dataKept(String architecture) {}

  @Override
  public void runStarted(RunName run, int position, int total) {}

  @Override
  public void progressed(RunName run, Progress progress, List<Resources.Sample> usage) {
    terminal.status(
        String.format(
            Locale.ROOT,
            "%s at %d/s: %s, %d s left",
            run.architecture(),
            run.concurrency(),
            progress.phase(),
            progress.remaining().toSeconds()));
  }

  /** A try warms its deployment itself. */
  @Override
  public void loadedElsewhere(RunName run, String generator, String phase, long left) {
    // A capacity is searched by the lab's own load alone.
  }

  @Override
  public void measuredAgain(RunName run, String reason) {}

  @Override
  public void runEnded(RunName run, RunResult result) {
    terminal.line(
        "  %-16s %6d/s  p50 %s ms  p95 %s ms  p99 %s ms  errors %s %%  vCPU %s  %s"
            .formatted(
                run.architecture(),
                run.concurrency(),
                ValueText.fixed(result.figures().latency().p50(), 1),
                ValueText.fixed(result.figures().latency().p95(), 1),
                ValueText.fixed(result.figures().latency().p99(), 1),
                ValueText.fixed(result.figures().errorRate(), 2),
                ValueText.fixed(
                    result.efficiency() == null ? null : result.efficiency().cpuUnits(), 2),
                result.additions().getOrDefault("validity", "")));
  }

  @Override
  public void runFailed(FailedRun failure) {
    terminal.lines(terminal.red("failed: ") + failure.reason());
  }
}
