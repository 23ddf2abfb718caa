package tasktracker.experiments;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tasktracker.error.EnvironmentException;
import tasktracker.load.scenario.Scenario;
import tasktracker.stack.Architecture;
import tasktracker.stack.ArchitectureCatalog;
import tasktracker.stack.Stack;
import tasktracker.stack.embedded.EmbeddedOptions;
import tasktracker.stack.embedded.EmbeddedRuntime;
import tasktracker.stack.embedded.Installation;

/** The stacks of an experiment as child processes of the lab, a fresh one for every deployment. */
final class EmbeddedStacks implements StackSource {
  private final EmbeddedRuntime runtime;
  private final EmbeddedOptions options;
  private final Map<String, Architecture> architectures = new LinkedHashMap<>();

  EmbeddedStacks(
      Collection<Architecture> architectures, EmbeddedOptions options, Installation installation) {
    this.runtime = new EmbeddedRuntime(installation);
    this.options = options.withEnvironment(ENVIRONMENT);
    architectures.forEach(each -> this.architectures.put(each.name(), each));
  }

  static EmbeddedStacks of(SweepSettings settings, Isolation isolation, Installation installation) {
    List<Architecture> architectures =
        settings.architectures().stream()
            .map(name ->
                ArchitectureCatalog.find(settings.architectureFiles().getOrDefault(name, name)))
            .toList();
    EmbeddedOptions options =
        EmbeddedOptions.DEFAULTS.withReplicas(settings.replicas()).withCpus(isolation.stack());
    return new EmbeddedStacks(architectures, options, installation);
  }

  /** Everything down and every port free, of the architectures that are not measured too. */
  @Override
  public void requireReady() {
    for (String name : ArchitectureCatalog.BUILT_IN) {
      if (!architectures.containsKey(name) && runtime.isUp(name)) {
        throw new EnvironmentException(
            "%1$s is up and would disturb the measurement: take it down with './tasktracker stack down %1$s'"
                .formatted(name));
      }
    }
    architectures.values().forEach(each -> runtime.requireRoomFor(each, optionsFor(each)));
  }

  @Override
  public List<String> untrained() {
    return architectures.values().stream()
        .filter(architecture -> !runtime.isTrained(architecture))
        .map(Architecture::name)
        .toList();
  }

  @Override
  public void train(String name, Scenario scenario) throws InterruptedException {
    EmbeddedOptions training =
        EmbeddedOptions.DEFAULTS.withEnvironment(options.environment()).whichTrains();
    boolean complete = false;
    try {
      try (Stack stack = runtime.up(architectures.get(name), training)) {
        TrainingLoad.offer(scenario, stack.entry());
      }
      complete = true;
    } finally {
      if (!complete) {
        runtime.forgetTraining(architectures.get(name));
      }
    }
  }

  @Override
  public Stack up(String name) {
    Architecture architecture = architectures.get(name);
    return runtime.up(architecture, optionsFor(architecture));
  }

  /** One instance where nothing can be scaled: the other shape is what replicas are for. */
  private EmbeddedOptions optionsFor(Architecture architecture) {
    return architecture.scalable() ? options : options.withReplicas(1);
  }
}
