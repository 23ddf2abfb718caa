package tasktracker.experiments.failure;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import tasktracker.experiments.Isolation;
import tasktracker.experiments.MachineDescription;
import tasktracker.experiments.StackSource;
import tasktracker.stack.CpuSet;
import tasktracker.stack.StackOptions;
import tasktracker.stack.embedded.Installation;

/**
 * {@code config.json} of a failure experiment: what it was asked to do, and under which
 * circumstances it did.
 *
 * @param settings the settings
 * @param loadModel how load is offered, in words
 * @param generatorCpus processors of the load generator, or null when it had no own ones
 * @param stackCpus processors of the system under test, likewise
 * @param isolationReason why they were not kept apart, or null
 * @param bcryptCost cost factor of the password hashes
 * @param loginLimit limit on log-ins
 * @param jvmFlags flags of every service JVM
 * @param environment the machine
 * @param startTime when the experiment began
 * @param endTime when it ended; null until then
 * @param totalRuns runs in the plan
 */
public record FailureConfig(
    @JsonUnwrapped FailureSettings settings,
    String loadModel,
    String generatorCpus,
    String stackCpus,
    String isolationReason,
    int bcryptCost,
    String loginLimit,
    List<String> jvmFlags,
    MachineDescription environment,
    Instant startTime,
    Instant endTime,
    int totalRuns) {

  /** The circumstances of an experiment that begins now. */
  public static FailureConfig of(FailureSettings settings, Isolation isolation, Path checkout) {
    return new FailureConfig(
        settings,
        settings.model().toString(),
        isolation.generator().map(CpuSet::toString).orElse(null),
        isolation.stack().map(CpuSet::toString).orElse(null),
        isolation.reason(),
        StackSource.BCRYPT_COST,
        StackSource.LOGIN_LIMIT,
        settings.runtime().of(Installation.of(checkout)).jvmFlags(StackOptions.DEFAULTS),
        MachineDescription.of(checkout),
        Instant.now(),
        null,
        settings.architectures().size());
  }

  /** The same, ended at this time. */
  public FailureConfig endedAt(Instant time) {
    return new FailureConfig(
        settings,
        loadModel,
        generatorCpus,
        stackCpus,
        isolationReason,
        bcryptCost,
        loginLimit,
        jvmFlags,
        environment,
        startTime,
        time,
        totalRuns);
  }
}
