package tasktracker.experiments;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tasktracker.error.EnvironmentException;
import tasktracker.load.scenario.Scenario;
import tasktracker.stack.Architecture;
import tasktracker.stack.ArchitectureCatalog;
import tasktracker.stack.Stack;
import tasktracker.stack.docker.DockerOptions;
import tasktracker.stack.docker.DockerRuntime;
import tasktracker.stack.embedded.Installation;

/**
 * The stacks of an experiment as Compose projects: a fresh one for every deployment, or the one
 * that somebody has started by hand, as it is.
 */
final class DockerStacks implements StackSource {
  private final DockerRuntime runtime;
  private final DockerOptions options;
  private final Map<String, Architecture> architectures = new LinkedHashMap<>();

  DockerStacks(
      Collection<Architecture> architectures, DockerOptions options, Installation installation) {
    this.runtime = new DockerRuntime(installation);
    this.options = options.withEnvironment(ENVIRONMENT);
    architectures.forEach(each -> this.architectures.put(each.name(), each));
  }

  static DockerStacks of(SweepSettings settings, Isolation isolation, Installation installation) {
    List<Architecture> architectures =
        settings.architectures().stream()
            .map(name ->
                ArchitectureCatalog.find(settings.architectureFiles().getOrDefault(name, name)))
            .toList();
    DockerOptions options =
        DockerOptions.DEFAULTS
            .withReplicas(settings.replicas())
            .withCpus(isolation.stack(), Optional.ofNullable(settings.cpuPerInstance()))
            .withQuota(isolation.budget().flatMap(CpuBudget::quota));
    return new DockerStacks(architectures, options, installation);
  }

  @Override
  public void requireReady() {
    DockerRuntime.requireEngine();
    for (String name : ArchitectureCatalog.BUILT_IN) {
      boolean alone = architectures.size() == 1 && architectures.containsKey(name);
      if (!alone && runtime.isUp(ArchitectureCatalog.find(name))) {
        throw new EnvironmentException(
            "%1$s is up and would disturb the measurement: measure it alone with --arch %1$s, or take it down with './tasktracker stack down %1$s --runtime docker'"
                .formatted(name));
      }
    }
    architectures.values().forEach(each -> runtime.requireReady(each, optionsFor(each)));
  }

  /** Those that somebody has started by hand stay as they are. */
  @Override
  public List<String> untrained() {
    return architectures.values().stream()
        .filter(architecture -> !runtime.isUp(architecture) && !runtime.isTrained(architecture))
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
    return runtime.isUp(architecture)
        ? runtime.attach(architecture, optionsFor(architecture))
        : runtime.up(architecture, optionsFor(architecture));
  }

  /** One instance where nothing can be scaled: the other shape is what replicas are for. */
  private DockerOptions optionsFor(Architecture architecture) {
    return architecture.scalable() ? options : options.withReplicas(1);
  }
}
