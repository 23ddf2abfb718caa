package tasktracker.experiments;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.CpuSet;
import tasktracker.stack.StackOptions;
import tasktracker.stack.StackRuntime;
import tasktracker.stack.embedded.Installation;
import tasktracker.stack.resource.ProcessTable;

/**
 * Where and how the stacks of an experiment run; part of {@code config.json}.
 *
 * @param generatorCpus processors of the load generator, or null when it had no own ones
 * @param stackCpus processors of the system under test, likewise
 * @param isolationReason why they were not kept apart, or null
 * @param bcryptCost cost factor of the password hashes in stacks that the lab runs, or null
 * @param loginLimit limit on log-ins in stacks that the lab runs, or null
 * @param memoryKind how the memory of a process is counted
 * @param jvmFlags flags of every service JVM in stacks that the lab runs
 * @param startUpCaches whether those JVMs start from caches of a training run, or null; nothing is
 *     known of the caches of a project that was started by hand
 * @param postgresql version of the database servers in stacks that the lab runs, or null
 * @param environment the machine
 * @param arguments what the lab was called with, as far as it is no secret
 */
public record Testbed(
    String generatorCpus,
    String stackCpus,
    String isolationReason,
    Integer bcryptCost,
    String loginLimit,
    String memoryKind,
    List<String> jvmFlags,
    Boolean startUpCaches,
    String postgresql,
    MachineDescription environment,
    List<String> arguments) {

  /**
   * Checks that a sweep which goes on now has the same processors for generator and stack.
   *
   * @throws EnvironmentException when it has others: its runs would not be runs of the same sweep
   */
  void requireSameSplit(Testbed now) {
    boolean known = generatorCpus != null || stackCpus != null || isolationReason != null;
    if (known && !split().equals(now.split())) {
      throw new EnvironmentException(
          "the sweep was begun with %s, and would go on with %s: give it the same CPUs, or begin a new one"
              .formatted(split(), now.split()));
    }
  }

  private String split() {
    return "the generator on %s and the stack on %s"
        .formatted(named(generatorCpus), named(stackCpus));
  }

  private static String named(String cpus) {
    return cpus == null ? "all CPUs" : "CPU " + cpus;
  }

  /** Those of stacks that a runtime runs now. */
  public static Testbed of(
      RuntimeKind kind,
      StackOptions options,
      Isolation isolation,
      Path checkout,
      List<String> arguments) {
    Optional<StackRuntime> runtime =
        kind == RuntimeKind.EXTERNAL
            ? Optional.empty()
            : Optional.of(kind.of(Installation.of(checkout)));
    return new Testbed(
        isolation.generator().map(CpuSet::toString).orElse(null),
        isolation.stack().map(CpuSet::toString).orElse(null),
        isolation.reason(),
        runtime.map(_ -> StackSource.BCRYPT_COST).orElse(null),
        runtime.map(_ -> StackSource.LOGIN_LIMIT).orElse(null),
        runtime
            .map(StackRuntime::memoryKind)
            .orElseGet(() -> ProcessTable.ofThisMachine().memoryKind()),
        runtime.map(each -> each.jvmFlags(options)).orElse(List.of()),
        runtime.map(_ -> Boolean.TRUE).orElse(null),
        runtime.flatMap(StackRuntime::databaseVersion).orElse(null),
        MachineDescription.of(checkout),
        arguments);
  }
}
