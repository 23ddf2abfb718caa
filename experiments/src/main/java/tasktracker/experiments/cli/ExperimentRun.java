package tasktracker.experiments.cli;

import static java.util.stream.Collectors.toSet;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import tasktracker.error.EnvironmentException;
import tasktracker.experiments.HookedSystems;
import tasktracker.experiments.Isolation;
import tasktracker.experiments.StackSource;
import tasktracker.experiments.SweepSettings;
import tasktracker.experiments.definition.Hooks;
import tasktracker.experiments.failure.FailureSettings;
import tasktracker.report.ChartImage;
import tasktracker.results.ResultsFolder;
import tasktracker.results.failure.FailureFolder;
import tasktracker.results.failure.FailureResult;

/**
 * What the file of an experiment wants besides its sweep: hooks around all of it, and faults after
 * it. Of a sweep without such a file, there is nothing.
 */
record ExperimentRun(
    Optional<ExperimentSettings> experiment,
    Isolation isolation,
    ResultsFolder folder,
    TaskTracker root) {

  static ExperimentRun of(
      SweepSettings settings, Isolation isolation, ResultsFolder folder, TaskTracker root) {
    return new ExperimentRun(
        Optional.ofNullable(settings.experiment()).map(ExperimentSettings::new),
        isolation,
        folder,
        root);
  }

  /**
   * Carries out a sweep and the rest.
   *
   * @param sweep carries out the sweep of these systems, and returns its exit code
   * @return the exit code; nothing is broken after a sweep that is not complete
   */
  int around(StackSource stacks, ToIntFunction<StackSource> sweep) {
    Hooks hooks = experiment.map(each -> each.definition().hooks()).orElse(Hooks.NONE);
    try (Interruption _ = Interruption.ofThisThread();
        HookedSystems systems = new HookedSystems(stacks, hooks, folder.path())) {
      if (!isSetUp(systems)) {
        return Interruption.EXIT_CODE;
      }
      int code = sweep.applyAsInt(systems);
      // A sweep that missed an objective is complete all the same.
      boolean complete = code != Interruption.EXIT_CODE && code != EnvironmentException.EXIT_CODE;
      int broken = experiment.isPresent() && complete ? breakThings(experiment.get(), systems) : 0;
      return broken == 0 ? code : broken;
    }
  }

  /** False where an interrupt ended what was to be run first. */
  private boolean isSetUp(HookedSystems systems) {
    try {
      systems.setUp();
      return true;
    } catch (EnvironmentException e) {
      if (Thread.interrupted()) {
        root.terminal().line("Interrupted; nothing was measured");
        return false;
      }
      throw e;
    }
  }

  /** As far as it has not been broken before an interrupt. */
  private int breakThings(ExperimentSettings begun, HookedSystems systems) {
    Path below = folder.path().resolve("failures");
    List<FailureSettings> left =
        begun.failures().stream()
            .filter(each -> !isDone(below.resolve(FailureSession.folderOf(each)), each))
            .toList();
    if (left.isEmpty()) {
      return 0;
    }
    return carryOut(begun, left, below, systems);
  }

  /** Whether each system has its results, and none was cut short. */
  private static boolean isDone(Path there, FailureSettings settings) {
    return FailureFolder.isOne(there)
        && new FailureFolder(there)
            .read().values().stream()
                .filter(result -> !result.interrupted())
                .map(FailureResult::architecture)
                .collect(toSet())
                .containsAll(settings.architectures());
  }

  private int carryOut(
      ExperimentSettings begun, List<FailureSettings> left, Path below, HookedSystems systems) {
    FailureSession session =
        new FailureSession(root, isolation, below, root.terminal(), systems::around);
    ChartImage.prepare();
    try (Interruption _ = Interruption.calling(session::stop, session::hurry)) {
      isolation.enter();
      try {
        session.plan(left);
        left.forEach(settings ->
            session.carryOut(settings, begun.workload(), begun.stacks(settings, isolation), true));
      } finally {
        isolation.leave();
      }
      session.conclude(true);
    }
    return session.exitCode();
  }
}
