package tasktracker.experiments;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tasktracker.stack.CpuSet;
import tasktracker.stack.StackRuntime;
import tasktracker.stack.embedded.Installation;
import tasktracker.stack.resource.ProcessTable;

/**
 * {@code config.json} of a sweep: what it was asked to do, and under which circumstances it did.
 *
 * @param settings the settings
 * @param baseUrlMonolith where the monolith answered
 * @param baseUrlMicro where the microservices answered
 * @param loadModel how load is offered, in words
 * @param generatorCpus processors of the load generator, or null when it had no own ones
 * @param stackCpus processors of the system under test, likewise
 * @param isolationReason why they were not kept apart, or null
 * @param bcryptCost cost factor of the password hashes in stacks that the lab runs, or null
 * @param loginLimit limit on log-ins in stacks that the lab runs, or null
 * @param memoryKind how the memory of a process is counted
 * @param jvmFlags flags of every service JVM in stacks that the lab runs
 * @param startUpCaches whether those JVMs start from caches of a training run, or null; nothing is
 *     known of the caches of a project that was started by hand
 * @param environment the machine
 * @param startTime when the sweep began
 * @param endTime when it ended; null until then
 * @param totalRuns runs in the plan
 * @param comparison what is compared with what, in words
 * @param cpuBudgetKind what holds the stacks to their CPU budget, or null
 */
public record SweepConfig(
    @JsonUnwrapped SweepSettings settings,
    String baseUrlMonolith,
    String baseUrlMicro,
    String loadModel,
    String generatorCpus,
    String stackCpus,
    String isolationReason,
    Integer bcryptCost,
    String loginLimit,
    String memoryKind,
    List<String> jvmFlags,
    Boolean startUpCaches,
    MachineDescription environment,
    Instant startTime,
    Instant endTime,
    int totalRuns,
    String comparison,
    CpuBudget.Kind cpuBudgetKind) {

  /** The circumstances of a sweep that begins now. */
  public static SweepConfig of(SweepSettings settings, Isolation isolation, Path checkout) {
    boolean ownStacks = settings.runtime() != RuntimeKind.EXTERNAL;
    Optional<StackRuntime> runtime =
        ownStacks
            ? Optional.of(settings.runtime().of(Installation.of(checkout)))
            : Optional.empty();
    return new SweepConfig(
        settings,
        settings.baseUrls().get("monolith"),
        settings.baseUrls().get("microservices"),
        "closed, think time " + settings.thinkTime(),
        isolation.generator().map(CpuSet::toString).orElse(null),
        isolation.stack().map(CpuSet::toString).orElse(null),
        isolation.reason(),
        ownStacks ? StackSource.BCRYPT_COST : null,
        ownStacks ? StackSource.LOGIN_LIMIT : null,
        runtime
            .map(StackRuntime::memoryKind)
            .orElseGet(() -> ProcessTable.ofThisMachine().memoryKind()),
        runtime
            .map(each -> each.jvmFlags(StackSource.options(settings, isolation)))
            .orElse(List.of()),
        ownStacks ? Boolean.TRUE : null,
        MachineDescription.of(checkout),
        Instant.now(),
        null,
        SweepPlan.of(settings).size(),
        ComparedSystems.of(settings, isolation.budget()),
        isolation.budget().map(CpuBudget::kind).orElse(null));
  }

  /** The same with another model of load, in words. */
  public SweepConfig offering(String otherModel) {
    return new SweepConfig(
        settings,
        baseUrlMonolith,
        baseUrlMicro,
        otherModel,
        generatorCpus,
        stackCpus,
        isolationReason,
        bcryptCost,
        loginLimit,
        memoryKind,
        jvmFlags,
        startUpCaches,
        environment,
        startTime,
        endTime,
        totalRuns,
        comparison,
        cpuBudgetKind);
  }

  /** The same, ended at this time. */
  public SweepConfig endedAt(Instant time) {
    return new SweepConfig(
        settings,
        baseUrlMonolith,
        baseUrlMicro,
        loadModel,
        generatorCpus,
        stackCpus,
        isolationReason,
        bcryptCost,
        loginLimit,
        memoryKind,
        jvmFlags,
        startUpCaches,
        environment,
        startTime,
        time,
        totalRuns,
        comparison,
        cpuBudgetKind);
  }
}
