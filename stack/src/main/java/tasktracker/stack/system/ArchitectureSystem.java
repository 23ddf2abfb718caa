package tasktracker.stack.system;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.Architecture;
import tasktracker.stack.ArchitectureCatalog;
import tasktracker.stack.ServiceSpec;
import tasktracker.stack.Stack;
import tasktracker.stack.StackOptions;
import tasktracker.stack.StackRuntime;

/**
 * An architecture on a runtime of the lab: a fresh stack for every deployment, or the one that
 * somebody has started, as it is, where the runtime measures such ones.
 */
public final class ArchitectureSystem implements MeasuredSystem {
  private final String name;
  private final StackRuntime runtime;
  private final Architecture architecture;
  private final StackOptions options;
  private final Set<String> measured;

  /**
   * One of those that are measured.
   *
   * @param name in results
   * @param options how it is deployed
   * @param measured names of all architectures that are measured, this one among them
   */
  public ArchitectureSystem(
      String name,
      StackRuntime runtime,
      Architecture architecture,
      StackOptions options,
      Set<String> measured) {
    this.name = name;
    this.runtime = runtime;
    this.architecture = architecture;
    // One instance where nothing can be scaled: the other shape is what replicas are for.
    this.options = architecture.scalable() ? options : options.withReplicas(1);
    this.measured = Set.copyOf(measured);
  }

  /** The systems of these architectures, in their order. */
  public static List<MeasuredSystem> of(
      StackRuntime runtime, Collection<Architecture> architectures, StackOptions options) {
    Set<String> names =
        architectures.stream().map(Architecture::name).collect(Collectors.toUnmodifiableSet());
    return architectures.stream()
        .<MeasuredSystem>map(
            each -> new ArchitectureSystem(each.name(), runtime, each, options, names))
        .toList();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String description() {
    return description(architecture, options.replicas());
  }

  /**
   * What an architecture consists of when its services that can be scaled have so many replicas.
   */
  public static String description(Architecture architecture, int replicas) {
    long scalable = architecture.services().stream().filter(ServiceSpec::scalable).count();
    long services = architecture.services().size() + scalable * (replicas - 1);
    return count(services, "service process", "service processes")
        + ", "
        + count(architecture.databases().size(), "database", "databases");
  }

  private static String count(long number, String one, String several) {
    return number + " " + (number == 1 ? one : several);
  }

  /** Also that those which are not measured are down. */
  @Override
  public void requireReady() {
    for (String other : ArchitectureCatalog.BUILT_IN) {
      if (!mayBeUp(other) && runtime.isUp(ArchitectureCatalog.find(other))) {
        throw new EnvironmentException(
            "%s is up and would disturb the measurement: %stake it down with '%s'"
                .formatted(
                    other,
                    runtime.measuresWhatIsUp()
                        ? "measure it alone with --arch %s, or ".formatted(other)
                        : "",
                    StackRuntime.downCommand(runtime.name(), other)));
      }
    }
    runtime.requireReady(architecture, options);
  }

  /** One that is measured says itself what is wrong with it, and may be measured alone. */
  private boolean mayBeUp(String architecture) {
    return measured.contains(architecture) && (measured.size() == 1 || !runtime.measuresWhatIsUp());
  }

  @Override
  public List<String> limits() {
    return runtime.limit(architecture, options).stream().toList();
  }

  @Override
  public boolean isTrained() {
    return runtime.isTrained(architecture)
        || (runtime.measuresWhatIsUp() && runtime.isUp(architecture));
  }

  @Override
  public void train(StackRuntime.Lesson lesson) throws InterruptedException {
    runtime.train(architecture, options.environment(), lesson);
  }

  @Override
  public Stack up() {
    return runtime.use(architecture, options);
  }
}
