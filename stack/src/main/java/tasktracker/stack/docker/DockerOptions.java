package tasktracker.stack.docker;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tasktracker.stack.CpuSet;

/**
 * How a stack of containers is deployed.
 *
 * @param replicas instances of every scalable service
 * @param cpus the processors that all containers of the stack share, or all of the machine
 * @param cpuPerInstance CPU quota of each container, or none
 * @param quota CPU time that all containers of the stack share, or none
 * @param environment variables for the compose file, such as {@code BCRYPT_COST}
 * @param startTimeout how long it may take until every service is healthy
 * @param detached whether the stack outlives this process; otherwise it ends with it
 * @param linkProxies whether the connections to every service and database run through a proxy
 * @param training whether the services are to learn for the image of {@link TrainedImage}
 */
public record DockerOptions(
    int replicas,
    Optional<CpuSet> cpus,
    Optional<Double> cpuPerInstance,
    Optional<CpuQuota> quota,
    Map<String, String> environment,
    Duration startTimeout,
    boolean detached,
    boolean linkProxies,
    boolean training) {

  /** One container of each service on all processors, ended with this process. */
  public static final DockerOptions DEFAULTS =
      new DockerOptions(
          1,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          Duration.ofMinutes(3),
          false,
          false,
          false);

  /** Copies the environment. */
  public DockerOptions {
    environment = Map.copyOf(environment);
  }

  /** The same with another number of replicas. */
  public DockerOptions withReplicas(int count) {
    return new DockerOptions(
        count,
        cpus,
        cpuPerInstance,
        quota,
        environment,
        startTimeout,
        detached,
        linkProxies,
        training);
  }

  /** The same with these limits of CPU. */
  public DockerOptions withCpus(Optional<CpuSet> shared, Optional<Double> perInstance) {
    return new DockerOptions(
        replicas,
        shared,
        perInstance,
        quota,
        environment,
        startTimeout,
        detached,
        linkProxies,
        training);
  }

  /** The same with this quota for all containers together. */
  public DockerOptions withQuota(Optional<CpuQuota> shared) {
    return new DockerOptions(
        replicas,
        cpus,
        cpuPerInstance,
        shared,
        environment,
        startTimeout,
        detached,
        linkProxies,
        training);
  }

  /** The same with these variables for the compose file. */
  public DockerOptions withEnvironment(Map<String, String> variables) {
    return new DockerOptions(
        replicas,
        cpus,
        cpuPerInstance,
        quota,
        variables,
        startTimeout,
        detached,
        linkProxies,
        training);
  }

  /** The same, given this long to become healthy. */
  public DockerOptions withStartTimeout(Duration timeout) {
    return new DockerOptions(
        replicas,
        cpus,
        cpuPerInstance,
        quota,
        environment,
        timeout,
        detached,
        linkProxies,
        training);
  }

  /** The same, outliving this process. */
  public DockerOptions whichOutlivesTheLab() {
    return new DockerOptions(
        replicas,
        cpus,
        cpuPerInstance,
        quota,
        environment,
        startTimeout,
        true,
        linkProxies,
        training);
  }

  /** The same with a proxy on every link, for {@link tasktracker.stack.fault.Latency}. */
  public DockerOptions withLinkProxies() {
    return new DockerOptions(
        replicas, cpus, cpuPerInstance, quota, environment, startTimeout, detached, true, training);
  }

  /** The same with services that learn for the start-up caches of stacks to come. */
  DockerOptions whichTrains() {
    return new DockerOptions(
        replicas,
        cpus,
        cpuPerInstance,
        quota,
        environment,
        startTimeout,
        detached,
        linkProxies,
        true);
  }

  /** All of it as the variables that the compose files know. */
  Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("REPLICAS", String.valueOf(replicas));
    cpus.ifPresent(set -> variables.put("STACK_CPUSET", set.toString()));
    cpuPerInstance.ifPresent(quota -> {
      String text = String.format(Locale.ROOT, "%.2f", quota);
      variables.put("SERVICE_CPUS", text);
      variables.put("DATABASE_CPUS", text);
    });
    quota.ifPresent(shared -> variables.put(CpuQuota.JVM_VARIABLE, shared.jvmFlag()));
    if (training) {
      variables.putAll(TrainedImage.variablesOfTraining());
    }
    variables.put(
        Owner.VARIABLE, detached ? Owner.DETACHED : Owner.Experiment.thisProcess().toString());
    return variables;
  }
}
