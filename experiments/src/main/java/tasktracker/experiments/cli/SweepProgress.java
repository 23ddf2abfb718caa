package tasktracker.experiments.cli;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tasktracker.experiments.SweepListener;
import tasktracker.load.Progress;
import tasktracker.report.ValueText;
import tasktracker.results.FailedRun;
import tasktracker.results.LatencyFigures;
import tasktracker.results.Resources;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;
import tasktracker.results.WarmUp;

/**
 * Shows a sweep as it goes on: a live line on a terminal; a line per phase and one every ten
 * seconds of load in a log.
 */
final class SweepProgress implements SweepListener {
  private final Terminal terminal;
  private final ProgressLine line;
  private final Set<String> keepingData = new HashSet<>();
  private String shownPhase = "";

  SweepProgress(Terminal terminal) {
    this.terminal = terminal;
    this.line = new ProgressLine(terminal);
  }

  @Override
  public void trainingStarted(String architecture) {
    terminal.line("Preparing the JVMs of " + architecture + ", once for this build");
  }

  @Override
  public void deploymentStarted(String architecture, List<Integer> levels) {
    String users = levels.stream().map(String::valueOf).collect(joining(", "));
    terminal.line(terminal.bold("%s, to be measured at %s users".formatted(architecture, users)));
    terminal.status("      starting");
  }

  @Override
  public void deployed(String architecture, Duration startUp) {
    terminal.line("      up after " + ProgressLine.seconds(startUp));
    line.begin();
  }

  @Override
  public void warming(String architecture, int users, Progress progress) {
    line.show(progress, users);
  }

  @Override
  public void warmedUp(String architecture, int users, WarmUp warmUp) {
    terminal.line("      at %d users %s".formatted(users, warmUp.text()));
  }

  @Override
  public void dataKept(String architecture) {
    if (keepingData.add(architecture)) {
      terminal.line(
          terminal.red("      warning: ")
              + architecture
              + " is not the lab's to empty: each level finds the data of those before it");
    }
  }

  @Override
  public void runStarted(RunName run, int position, int total) {
    line.begin();
    terminal.line(
        terminal.bold(
            "[%d/%d] %s, %d users"
                .formatted(position, total, run.architecture(), run.concurrency())));
  }

  @Override
  public void progressed(RunName run, Progress progress, List<Resources.Sample> usage) {
    line.show(progress, run.concurrency());
  }

  @Override
  public void loadedElsewhere(RunName run, String generator, String phase, long left) {
    String text = "      load by %s, %s: %d s left".formatted(generator, phase, left);
    terminal.status(text);
    if (!terminal.interactive() && !phase.equals(shownPhase)) {
      terminal.line(text);
    }
    shownPhase = phase;
  }

  @Override
  public void measuredAgain(RunName run, String reason) {
    terminal.line("      " + reason + ": measured again");
    line.begin();
  }

  @Override
  public void runEnded(RunName run, RunResult result) {
    LatencyFigures latency = result.figures().latency();
    terminal.line(
        String.format(
            Locale.ROOT,
            "      %.1f requests/s, p50 %s ms, p95 %s ms, p99 %s ms, %d of %d failed%s",
            result.figures().throughput(),
            ValueText.fixed(latency.p50(), 1),
            ValueText.fixed(latency.p95(), 1),
            ValueText.fixed(latency.p99(), 1),
            result.figures().totalFailures(),
            result.figures().totalRequests(),
            resources(result.resources())));
  }

  private static String resources(Resources resources) {
    if (resources == null || resources.totals() == null) {
      return "";
    }
    Resources.Totals totals = resources.totals();
    return ", CPU %s %%, memory %s GB"
        .formatted(
            ValueText.fixed(totals.avgCpuPercent(), 0), ValueText.fixed(totals.avgMemGb(), 2));
  }

  @Override
  public void runFailed(FailedRun failure) {
    terminal.lines(terminal.red("      failed: ") + failure.reason());
  }
}
