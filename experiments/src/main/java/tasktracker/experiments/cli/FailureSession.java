package tasktracker.experiments.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import tasktracker.error.EnvironmentException;
import tasktracker.experiments.Isolation;
import tasktracker.experiments.StackSource;
import tasktracker.experiments.failure.FailureConfig;
import tasktracker.experiments.failure.FailureExperiment;
import tasktracker.experiments.failure.FailureSettings;
import tasktracker.experiments.live.LiveFailure;
import tasktracker.load.workload.Workload;
import tasktracker.report.RepeatCommand;
import tasktracker.report.TextTable;
import tasktracker.report.failure.FailureReport;
import tasktracker.report.failure.RecoveryTable;
import tasktracker.results.failure.FailureFolder;
import tasktracker.results.failure.FailureResult;
import tasktracker.results.live.LiveEvent;
import tasktracker.stack.StackOptions;

/**
 * Carries out one failure experiment or several, by one thread. {@link #stop} is for any thread.
 */
final class FailureSession {
  private static final int LOST = 1;
  private static final Set<Integer> WORDS = Set.of(0, 1, 2);

  private final TaskTracker root;
  private final Isolation isolation;
  private final UnaryOperator<StackSource> around;
  private final Path folder;
  private final Terminal terminal;
  private final List<FailureResult> results = new ArrayList<>();
  private FailureExperiment current;
  private boolean stopped;

  FailureSession(TaskTracker root, Isolation isolation, Path folder, Terminal terminal) {
    this(root, isolation, folder, terminal, stacks -> stacks);
  }

  /** The same with something around the stacks of each experiment. */
  FailureSession(
      TaskTracker root,
      Isolation isolation,
      Path folder,
      Terminal terminal,
      UnaryOperator<StackSource> around) {
    this.root = root;
    this.around = around;
    this.isolation = isolation;
    this.folder = folder;
    this.terminal = terminal;
  }

  /** Carries out one of them, in a folder below where it is one of several; none after a stop. */
  void carryOut(FailureSettings settings, boolean oneOfSeveral) {
    carryOut(
        settings,
        settings.workload(),
        settings.stacks(isolation, Checkout.installation()),
        oneOfSeveral);
  }

  /** The same with what users do, and what is broken, given. */
  void carryOut(
      FailureSettings settings, Workload workload, StackSource stacks, boolean oneOfSeveral) {
    FailureFolder own =
        new FailureFolder(oneOfSeveral ? folder.resolve(folderOf(settings)) : folder);
    FailureConfig config =
        FailureConfig.of(
            settings, root.testbed(settings.runtime(), StackOptions.DEFAULTS, isolation));
    FailureExperiment experiment =
        new FailureExperiment(
            settings,
            workload,
            around.apply(stacks),
            own,
            RepeatCommand.of(config.testbed().arguments()),
            new LiveFailure(
                root.live(),
                settings.fault(),
                settings.concurrency(),
                new FailureProgress(terminal, settings.concurrency())));
    if (!begin(experiment)) {
      return;
    }
    own.writeConfig(config);
    List<FailureResult> measured = experiment.run();
    // Interrupted or not, what was measured is worth its report.
    Thread.interrupted();
    own.writeConfig(config.endedAt(Instant.now()));
    if (!measured.isEmpty()) {
      FailureReport.of(measured).write(own.path());
    }
    results.addAll(measured);
  }

  /** Tells those who watch what is to be broken. */
  void plan(List<FailureSettings> plan) {
    root.live()
        .append(
            new LiveEvent.Planned(
                Instant.now(),
                plan.isEmpty() ? List.of() : plan.getFirst().architectures(),
                plan.stream().flatMap(settings -> LiveFailure.planned(settings).stream()).toList(),
                "users",
                plan.isEmpty() ? 0 : plan.getFirst().duration().toMillis() / 1e3,
                plan.isEmpty() ? null : plan.getFirst().slo()));
  }

  /** Name of the folder of one of several. */
  static String folderOf(FailureSettings settings) {
    return settings.failureMode() + "_" + settings.targetService();
  }

  private synchronized boolean begin(FailureExperiment experiment) {
    current = experiment;
    return !stopped;
  }

  /** Leaves out reading the accounts back. */
  synchronized void hurry() {
    if (current != null) {
      current.hurry();
    }
  }

  /** Ends it early and keeps what was measured. */
  synchronized void stop() {
    stopped = true;
    synchronized (terminal) {
      terminal.line("Stopping: faults are undone, accounts read back; Ctrl-C again skips these");
    }
    if (current != null) {
      current.stop();
    }
  }

  /** Says what came of it, and draws the plots of a single experiment. */
  void conclude(boolean several) {
    if (!results.isEmpty()) {
      terminal.line("");
      if (!several) {
        FailureReport.of(results).verdict().forEach(terminal::line);
        terminal.line("");
      }
      root.live().append(FailureReport.of(results).live());
      List<List<String>> rows = new ArrayList<>();
      rows.add(RecoveryTable.HEADINGS);
      rows.addAll(RecoveryTable.rows(results));
      TextTable.aligned(rows, WORDS).forEach(terminal::line);
      terminal.line("");
      if (several) {
        FailureReport.of(results).writeTable(folder);
      } else {
        Plotting.draw(new FailureFolder(folder), null, terminal, root.live());
      }
    }
    terminal.line((isStopped() ? "Stopped; results in " : "Results in ") + folder);
  }

  int exitCode() {
    if (isStopped()) {
      return Interruption.EXIT_CODE;
    }
    if (!results.stream()
        .allMatch(result -> result.ledger() == null || result.ledger().nothingLost())) {
      return LOST;
    }
    return results.stream().allMatch(FailureResult::broken) ? 0 : EnvironmentException.EXIT_CODE;
  }

  private synchronized boolean isStopped() {
    return stopped;
  }
}
