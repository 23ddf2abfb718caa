package tasktracker.experiments.cli;

import java.time.Duration;
import java.util.Locale;
import tasktracker.experiments.experiment.SweepListener;
import tasktracker.experiments.experiment.WarmUp;
import tasktracker.experiments.result.FailedRun;
import tasktracker.experiments.result.RunName;
import tasktracker.experiments.result.RunResult;
import tasktracker.load.Progress;

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
  public void runStarted(RunName run, int position, int total) {
    terminal.status("%s at %d/s: starting".formatted(run.architecture(), run.concurrency()));
  }

  @Override
  public void deployed(RunName run, Duration startUp) {}

  @Override
  public void warmedUp(RunName run, WarmUp warmUp) {
    terminal.line("      " + warmUp.text());
  }

  @Override
  public void progressed(RunName run, Progress progress) {
    terminal.status(
        String.format(
            Locale.ROOT,
            "%s at %d/s: %s, %d s left",
            run.architecture(),
            run.concurrency(),
            progress.phase(),
            progress.remaining().toSeconds()));
  }

  @Override
  public void runEnded(RunName run, RunResult result) {
    terminal.line(
        "  %-16s %6d/s  p50 %s ms  p95 %s ms  p99 %s ms  errors %s %%  vCPU %s  %s"
            .formatted(
                run.architecture(),
                run.concurrency(),
                RunTable.number(result.figures().latency().p50(), 1),
                RunTable.number(result.figures().latency().p95(), 1),
                RunTable.number(result.figures().latency().p99(), 1),
                RunTable.number(result.figures().errorRate(), 2),
                RunTable.number(
                    result.efficiency() == null ? null : result.efficiency().cpuUnits(), 2),
                result.additions().getOrDefault("validity", "")));
  }

  @Override
  public void runFailed(FailedRun failure) {
    terminal.line(terminal.red("failed: ") + failure.reason());
  }
}
