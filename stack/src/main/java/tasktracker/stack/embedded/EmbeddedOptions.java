package tasktracker.stack.embedded;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tasktracker.stack.CpuSet;

/**
 * How an embedded stack is deployed.
 *
 * @param replicas instances of every scalable service
 * @param cpus the processors that the whole stack may use, or all
 * @param environment environment variables for every service, such as {@code BCRYPT_COST}
 * @param startTimeout how long it may take until every service is healthy
 * @param detached whether the stack outlives this process; otherwise it ends with it
 * @param linkProxies whether the connections to every service and database run through a proxy, so
 *     that they can be impaired
 * @param training whether the service JVMs write their start-up caches when they end
 */
public record EmbeddedOptions(
    int replicas,
    Optional<CpuSet> cpus,
    Map<String, String> environment,
    Duration startTimeout,
    boolean detached,
    boolean linkProxies,
    boolean training) {

  /** One instance of each service on all processors, ended with this process. */
  public static final EmbeddedOptions DEFAULTS =
      new EmbeddedOptions(
          1, Optional.empty(), Map.of(), Duration.ofSeconds(60), false, false, false);

  /** Copies the environment. */
  public EmbeddedOptions {
    environment = Map.copyOf(environment);
  }

  /** The same with another number of replicas. */
  public EmbeddedOptions withReplicas(int count) {
    return new EmbeddedOptions(
        count, cpus, environment, startTimeout, detached, linkProxies, training);
  }

  /** The same on these processors alone. */
  public EmbeddedOptions withCpus(Optional<CpuSet> set) {
    return new EmbeddedOptions(
        replicas, set, environment, startTimeout, detached, linkProxies, training);
  }

  /** The same with these environment variables for every service. */
  public EmbeddedOptions withEnvironment(Map<String, String> variables) {
    return new EmbeddedOptions(
        replicas, cpus, variables, startTimeout, detached, linkProxies, training);
  }

  /** The same, given this long to become healthy. */
  public EmbeddedOptions withStartTimeout(Duration timeout) {
    return new EmbeddedOptions(
        replicas, cpus, environment, timeout, detached, linkProxies, training);
  }

  /** The same, leaving behind start-up caches for stacks to come. */
  public EmbeddedOptions whichTrains() {
    return new EmbeddedOptions(
        replicas, cpus, environment, startTimeout, detached, linkProxies, true);
  }

  /** The same, outliving this process. */
  public EmbeddedOptions whichOutlivesTheLab() {
    return new EmbeddedOptions(
        replicas, cpus, environment, startTimeout, true, linkProxies, training);
  }

  /** The same, with proxies for faults of links, see {@link tasktracker.stack.fault.LinkFault}. */
  public EmbeddedOptions withLinkProxies() {
    return new EmbeddedOptions(replicas, cpus, environment, startTimeout, detached, true, training);
  }
}
