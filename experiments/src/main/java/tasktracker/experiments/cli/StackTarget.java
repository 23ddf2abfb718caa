package tasktracker.experiments.cli;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import tasktracker.experiments.InstanceWatch;
import tasktracker.experiments.Isolation;
import tasktracker.experiments.LoadRunResult;
import tasktracker.experiments.RuntimeKind;
import tasktracker.experiments.StackSource;
import tasktracker.experiments.WorkerHosts;
import tasktracker.load.LoadResult;
import tasktracker.load.scenario.Scenario;
import tasktracker.results.RunResult;
import tasktracker.stack.Architecture;
import tasktracker.stack.Stack;
import tasktracker.stack.StackOptions;

/** A stack that the lab brings up for one load test, and takes down after it. */
final class StackTarget implements LoadTarget {
  private final Architecture architecture;
  private final RuntimeKind runtime;
  private final Isolation isolation;
  private final StackSource stacks;
  private InstanceWatch instances;

  StackTarget(Architecture architecture, RuntimeKind runtime, Optional<WorkerHosts> workers) {
    this.architecture = architecture;
    this.runtime = runtime;
    this.isolation = Isolation.plan(Isolation.Mode.AUTO, runtime, null, workers);
    this.stacks =
        StackSource.of(
            runtime.of(Checkout.installation()),
            List.of(architecture),
            StackOptions.DEFAULTS
                .withCpus(isolation.stack())
                .withOpenEntry(workers.filter(WorkerHosts::needOpenEntry).isPresent()));
  }

  @Override
  public URI host() {
    return URI.create("http://localhost:" + architecture.entryService().port());
  }

  @Override
  public void requireReady(Duration patience) {
    stacks.requireReady();
  }

  @Override
  public <T> T whileUp(
      Terminal terminal, Scenario training, BiFunction<URI, Optional<Stack>, T> use)
      throws InterruptedException {
    isolation.enter();
    try (Stack stack = up(terminal, training)) {
      instances = InstanceWatch.start(stack);
      return use.apply(stack.entry(), Optional.of(stack));
    } finally {
      isolation.leave();
    }
  }

  private Stack up(Terminal terminal, Scenario training) throws InterruptedException {
    try {
      stacks.trainAll(
          training,
          untrained ->
              terminal.line("Preparing the JVMs of " + untrained + ", once for this build"));
      terminal.status(architecture.name() + ": starting");
      long begun = System.nanoTime();
      Stack stack = stacks.up(architecture.name());
      terminal.line(
          String.format(
              Locale.ROOT,
              "%s is up at %s after %.1f s",
              terminal.bold(architecture.name()),
              stack.entry(),
              (System.nanoTime() - begun) / 1e9));
      return stack;
    } catch (RuntimeException e) {
      if (Thread.interrupted()) {
        throw (InterruptedException) new InterruptedException().initCause(e);
      }
      throw e;
    }
  }

  @Override
  public LoadResult judged(LoadResult load) {
    return instances.end(load);
  }

  @Override
  public RunResult result(LoadResult load, int workers) {
    return LoadRunResult.of(load, workers, architecture.name(), runtime);
  }
}
