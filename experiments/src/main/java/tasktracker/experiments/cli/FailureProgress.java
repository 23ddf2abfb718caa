package tasktracker.experiments.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tasktracker.experiments.failure.FailureListener;
import tasktracker.load.Progress;
import tasktracker.load.workload.LedgerReport;
import tasktracker.results.Resources;
import tasktracker.results.WarmUp;
import tasktracker.results.failure.FailureResult;
import tasktracker.stack.fault.Injection;

/** Shows a failure experiment as it goes on. */
final class FailureProgress implements FailureListener {
  private final Terminal terminal;
  private final ProgressLine line;
  private final int users;

  FailureProgress(Terminal terminal, int users) {
    this.terminal = terminal;
    this.line = new ProgressLine(terminal);
    this.users = users;
  }

  @Override
  public void trainingStarted(String architecture) {
    terminal.line("Preparing the JVMs of " + architecture + ", once for this build");
  }

  @Override
  public void runStarted(String architecture, String target) {
    line.begin();
    terminal.line(
        terminal.bold("%s, %d users, breaking %s".formatted(architecture, users, target)));
    terminal.status("      starting");
  }

  @Override
  public void deployed(String architecture, Duration startUp) {
    terminal.line("      up after " + ProgressLine.seconds(startUp));
  }

  @Override
  public void warmedUp(WarmUp warmUp) {
    synchronized (terminal) {
      terminal.line("      " + warmUp.text());
    }
  }

  @Override
  public void progressed(Progress progress, List<Resources.Sample> usage) {
    synchronized (terminal) {
      line.show(progress, users);
    }
  }

  @Override
  public void injected(Injection injection) {
    String said;
    if (injection.effective().isEmpty()) {
      said = terminal.red("      fault without effect: ") + injection.effect().text();
    } else {
      Instant effective = injection.effective().get();
      said =
          "      "
              + injection.fault().sentence(String.join(", ", injection.instances()))
              + injection
                  .ready()
                  .map(ready ->
                      ", healthy again "
                          + ProgressLine.seconds(Duration.between(effective, ready))
                          + " after it began")
                  .orElse(", not healthy again");
    }
    synchronized (terminal) {
      terminal.line(said);
    }
  }

  @Override
  public void auditing(int accounts) {
    terminal.status("      reading %d accounts back".formatted(accounts));
  }

  @Override
  public void audited(LedgerReport report) {
    if (!report.findings().isEmpty() || !report.unread().isEmpty()) {
      terminal.line(
          terminal.red("      ledger: ")
              + "%d differences, %d accounts unread"
                  .formatted(report.findings().size(), report.unread().size()));
    }
  }

  @Override
  public void runEnded(String architecture, FailureResult result) {
    result.doubts().forEach(doubt -> terminal.line(terminal.red("      INVALID: ") + doubt));
  }
}
