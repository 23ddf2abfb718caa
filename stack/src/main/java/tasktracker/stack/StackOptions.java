package tasktracker.stack;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** How a stack is deployed, on whichever runtime. Immutable. */
public final class StackOptions {
  /** One instance of each service on all processors, ended with this process. */
  public static final StackOptions DEFAULTS = new StackOptions();

  private int replicas = 1;
  private Optional<CpuSet> cpus = Optional.empty();
  private Optional<Double> cpuPerInstance = Optional.empty();
  private Optional<Double> cpuQuota = Optional.empty();
  private Map<String, String> environment = Map.of();
  private Optional<Duration> startTimeout = Optional.empty();
  private boolean detached;
  private boolean linkProxies;
  private boolean training;
  private boolean openEntry;

  private StackOptions() {}

  private StackOptions with(Consumer<StackOptions> change) {
    StackOptions copy = new StackOptions();
    copy.replicas = replicas;
    copy.cpus = cpus;
    copy.cpuPerInstance = cpuPerInstance;
    copy.cpuQuota = cpuQuota;
    copy.environment = environment;
    copy.startTimeout = startTimeout;
    copy.detached = detached;
    copy.linkProxies = linkProxies;
    copy.training = training;
    copy.openEntry = openEntry;
    change.accept(copy);
    return copy;
  }

  /** Instances of every scalable service. */
  public int replicas() {
    return replicas;
  }

  /** The same with another number of replicas. */
  public StackOptions withReplicas(int count) {
    return with(copy -> copy.replicas = count);
  }

  /** The processors that the whole stack shares, or all. */
  public Optional<CpuSet> cpus() {
    return cpus;
  }

  /** The same on these processors alone. */
  public StackOptions withCpus(Optional<CpuSet> set) {
    return with(copy -> copy.cpus = set);
  }

  /** How many CPUs each instance may use, or no limit. */
  public Optional<Double> cpuPerInstance() {
    return cpuPerInstance;
  }

  /** The same with a limit for each instance. */
  public StackOptions withCpuPerInstance(Optional<Double> limit) {
    return with(copy -> copy.cpuPerInstance = limit);
  }

  /** How many CPUs the CPU time of the whole stack amounts to at most, or no limit. */
  public Optional<Double> cpuQuota() {
    return cpuQuota;
  }

  /** The same with a limit for the whole stack. */
  public StackOptions withCpuQuota(Optional<Double> limit) {
    return with(copy -> copy.cpuQuota = limit);
  }

  /** Environment variables for every service, such as {@code BCRYPT_COST}. */
  public Map<String, String> environment() {
    return environment;
  }

  /** The same with these environment variables. */
  public StackOptions withEnvironment(Map<String, String> variables) {
    return with(copy -> copy.environment = Map.copyOf(variables));
  }

  /** How long it may take until every service is healthy, or what is usual. */
  public Optional<Duration> startTimeout() {
    return startTimeout;
  }

  /** The same, given this long to become healthy. */
  public StackOptions withStartTimeout(Duration timeout) {
    return with(copy -> copy.startTimeout = Optional.of(timeout));
  }

  /** Whether the stack outlives this process; otherwise it ends with it. */
  public boolean detached() {
    return detached;
  }

  /** The same, outliving this process. */
  public StackOptions whichOutlivesTheLab() {
    return with(copy -> copy.detached = true);
  }

  /** Whether the connections to every service and database run through a proxy. */
  public boolean linkProxies() {
    return linkProxies;
  }

  /** The same with such proxies, for faults of links. */
  public StackOptions withLinkProxies() {
    return with(copy -> copy.linkProxies = true);
  }

  /**
   * Whether what users call listens on all addresses of this machine; otherwise on its loopback
   * address alone.
   */
  public boolean openEntry() {
    return openEntry;
  }

  /** The same with such an entry, or not. */
  public StackOptions withOpenEntry(boolean open) {
    return with(copy -> copy.openEntry = open);
  }

  /** Whether the services learn for the start-up caches of stacks to come. */
  public boolean training() {
    return training;
  }

  /** The same with services that learn. */
  public StackOptions whichTrains() {
    return with(copy -> copy.training = true);
  }
}
