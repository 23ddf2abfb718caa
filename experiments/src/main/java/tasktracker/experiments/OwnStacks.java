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
import tasktracker.stack.StackOptions;
import tasktracker.stack.StackRuntime;

/**
 * The stacks of an experiment on a runtime of the lab: a fresh one for every deployment, or the one
 * that somebody has started, as it is, where the runtime measures such ones.
 */
final class OwnStacks implements StackSource {
  private final StackRuntime runtime;
  private final StackOptions options;
  private final Map<String, Architecture> architectures = new LinkedHashMap<>();

  OwnStacks(StackRuntime runtime, Collection<Architecture> architectures, StackOptions options) {
    this.runtime = runtime;
    this.options = options.withEnvironment(ENVIRONMENT);
    architectures.forEach(each -> this.architectures.put(each.name(), each));
  }

  /** Also of the architectures that are not measured. */
  @Override
  public void requireReady() {
    for (String name : ArchitectureCatalog.BUILT_IN) {
      if (!mayBeUp(name) && runtime.isUp(ArchitectureCatalog.find(name))) {
        throw new EnvironmentException(
            "%s is up and would disturb the measurement: %stake it down with '%s'"
                .formatted(
                    name,
                    runtime.measuresWhatIsUp()
                        ? "measure it alone with --arch %s, or ".formatted(name)
                        : "",
                    StackRuntime.downCommand(runtime.name(), name)));
      }
    }
    architectures.values().forEach(each -> runtime.requireReady(each, optionsFor(each)));
  }

  /** One that is measured says itself what is wrong with it, and may be measured alone. */
  private boolean mayBeUp(String name) {
    return architectures.containsKey(name)
        && (architectures.size() == 1 || !runtime.measuresWhatIsUp());
  }

  @Override
  public List<String> untrained() {
    return architectures.values().stream()
        .filter(each -> !runtime.isTrained(each))
        .filter(each -> !(runtime.measuresWhatIsUp() && runtime.isUp(each)))
        .map(Architecture::name)
        .toList();
  }

  @Override
  public void train(String name, Scenario scenario) throws InterruptedException {
    runtime.train(
        architectures.get(name),
        options.environment(),
        entry -> TrainingLoad.offer(scenario, entry));
  }

  @Override
  public Stack up(String name) {
    Architecture architecture = architectures.get(name);
    return runtime.use(architecture, optionsFor(architecture));
  }

  /** One instance where nothing can be scaled: the other shape is what replicas are for. */
  private StackOptions optionsFor(Architecture architecture) {
    return architecture.scalable() ? options : options.withReplicas(1);
  }
}
