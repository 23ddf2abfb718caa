package tasktracker.experiments;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tasktracker.experiments.definition.Hooks;
import tasktracker.load.scenario.Scenario;
import tasktracker.stack.Stack;

/**
 * Systems with commands of a user around them: see {@link Hooks}. Closing it runs those that clean
 * up. For one thread.
 */
public final class HookedSystems implements StackSource, AutoCloseable {
  private final StackSource systems;
  private final Hooks hooks;
  private final HookCommands commands;
  private Stack current;

  /** Nothing has been run yet. */
  public HookedSystems(StackSource systems, Hooks hooks, Path results) {
    this.systems = systems;
    this.hooks = hooks;
    this.commands = new HookCommands(results);
  }

  /**
   * Runs what is to be run before anything is started.
   *
   * @throws tasktracker.error.EnvironmentException when a command fails
   */
  public void setUp() {
    commands.run("setup", hooks.setup(), Map.of());
  }

  @Override
  public void prepare(String run) {
    if (current != null) {
      Map<String, String> environment = new LinkedHashMap<>();
      environment.put("SYSTEM_NAME", current.architecture());
      environment.put("SYSTEM_URL", current.entry().toString());
      commands.run("prepare_" + run, hooks.prepare(), environment);
    }
  }

  @Override
  public void requireReady() {
    systems.requireReady();
  }

  @Override
  public Optional<String> request(String system) {
    return systems.request(system);
  }

  @Override
  public List<String> limits() {
    return systems.limits();
  }

  @Override
  public List<String> untrained() {
    return systems.untrained();
  }

  @Override
  public void train(String system, Scenario scenario) throws InterruptedException {
    systems.train(system, scenario);
  }

  /** The system is prepared already, for its warm-up. */
  @Override
  public Stack up(String system) {
    current = systems.up(system);
    try {
      prepare("start");
      return current;
    } catch (RuntimeException e) {
      current.close();
      throw e;
    }
  }

  /** The same commands around other systems. */
  public StackSource around(StackSource others) {
    return new HookedSystems(others, hooks, commands.folder());
  }

  /**
   * Runs what cleans up, also when this thread was interrupted before.
   *
   * @throws tasktracker.error.EnvironmentException when a command fails
   */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    try {
      commands.run("cleanup", hooks.cleanup(), Map.of());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
