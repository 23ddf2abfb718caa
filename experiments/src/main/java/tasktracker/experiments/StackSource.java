package tasktracker.experiments;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tasktracker.load.scenario.Scenario;
import tasktracker.stack.Architecture;
import tasktracker.stack.ArchitectureCatalog;
import tasktracker.stack.Stack;
import tasktracker.stack.StackOptions;
import tasktracker.stack.StackRuntime;
import tasktracker.stack.embedded.Installation;
import tasktracker.stack.system.ArchitectureSystem;
import tasktracker.stack.system.MeasuredSystem;
import tasktracker.stack.system.UrlSystem;

/** Where an experiment gets deployments of its architectures, one at a time. */
public interface StackSource {
  /**
   * Cost factor of password hashes in stacks that the lab runs: the lowest there is. Log-ins happen
   * before the measurement, and a realistic cost would make the set-up of 200 users take a minute.
   */
  int BCRYPT_COST = 4;

  /** No limit on log-ins in stacks that the lab runs: all their users come from one address. */
  String LOGIN_LIMIT = "off";

  /** What every stack of the lab is told alike. */
  Map<String, String> ENVIRONMENT =
      Map.of("BCRYPT_COST", String.valueOf(BCRYPT_COST), "LOGIN_LIMIT", LOGIN_LIMIT);

  /**
   * The source that the settings ask for.
   *
   * @throws tasktracker.error.UsageException when an architecture cannot be found
   */
  static StackSource of(SweepSettings settings, Isolation isolation, Installation installation) {
    if (settings.experiment() != null) {
      return of(
          settings
              .experiment()
              .systems(options(settings, isolation).withEnvironment(ENVIRONMENT), installation));
    }
    if (!settings.targets().isEmpty()) {
      return of(TargetCatalog.systems(settings, isolation, installation));
    }
    if (settings.runtime() == RuntimeKind.EXTERNAL) {
      return of(external(settings));
    }
    List<Architecture> architectures =
        ArchitectureCatalog.find(settings.architectures(), settings.architectureFiles());
    return of(settings.runtime().of(installation), architectures, options(settings, isolation));
  }

  private static List<MeasuredSystem> external(SweepSettings settings) {
    UrlSystem.Check check =
        settings.skipHealthCheck() ? UrlSystem.Check.NONE : UrlSystem.Check.HEALTH;
    return settings.architectures().stream()
        .<MeasuredSystem>map(
            name -> new UrlSystem(name, URI.create(settings.baseUrls().get(name)), check))
        .toList();
  }

  /** How the stacks that the settings ask for are deployed. */
  static StackOptions options(SweepSettings settings, Isolation isolation) {
    return StackOptions.DEFAULTS
        .withReplicas(settings.replicas())
        .withCpus(isolation.stack())
        .withCpuPerInstance(Optional.ofNullable(settings.cpuPerInstance()))
        .withCpuQuota(isolation.budget().flatMap(CpuBudget::quota))
        .withOpenEntry(settings.workers() != null && settings.workers().needOpenEntry());
  }

  /** Stacks of these architectures that the lab runs itself. */
  static StackSource of(
      StackRuntime runtime, Collection<Architecture> architectures, StackOptions options) {
    return of(ArchitectureSystem.of(runtime, architectures, options.withEnvironment(ENVIRONMENT)));
  }

  /** Stacks of any systems, found by their names. */
  static StackSource of(Collection<MeasuredSystem> systems) {
    return new MeasuredSystems(systems);
  }

  /**
   * What a system is asked for where nobody names a scenario: a path with its query; empty where it
   * has no such request.
   */
  default Optional<String> request(String system) {
    return Optional.empty();
  }

  /**
   * What limits every comparison of these systems, a sentence each without its end; for after
   * {@link #requireReady}.
   */
  default List<String> limits() {
    return List.of();
  }

  /**
   * Checks, before anything is written, that every architecture can be brought up.
   *
   * @throws tasktracker.error.LabException naming what stands in the way
   */
  void requireReady();

  /** The architectures that start faster, and warm up sooner, after {@link #train}. */
  default List<String> untrained() {
    return List.of();
  }

  /**
   * Lets the JVMs of an architecture learn from a short load what later ones start with.
   *
   * @param scenario what is asked of it
   * @throws InterruptedException when this thread is interrupted
   */
  default void train(String architecture, Scenario scenario) throws InterruptedException {}

  /**
   * Trains what is untrained, and tells of each architecture before it begins.
   *
   * @throws InterruptedException when this thread is interrupted
   */
  default void trainAll(Scenario scenario, Consumer<String> begins) throws InterruptedException {
    for (String architecture : untrained()) {
      begins.accept(architecture);
      train(architecture, scenario);
    }
  }

  /**
   * Does what is wanted before a run on the system that is up.
   *
   * @param run name of the run
   * @throws tasktracker.error.LabException when that fails
   */
  default void prepare(String run) {}

  /**
   * Brings up the architecture, alone and on a fresh database where it is in the lab's hands.
   *
   * @throws tasktracker.error.LabException when that cannot be done
   */
  Stack up(String architecture);
}
