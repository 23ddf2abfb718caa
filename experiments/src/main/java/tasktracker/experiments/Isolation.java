package tasktracker.experiments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tasktracker.error.UsageException;
import tasktracker.results.Numbers;
import tasktracker.stack.CpuSet;
import tasktracker.stack.resource.Taskset;

/**
 * Keeps the load generator and the system under test on different processors, so that one cannot
 * slow the other down unseen. Possible on Linux with two or more processors and {@code taskset}.
 *
 * @param generator processors of the generator; empty where nothing is kept apart
 * @param stack processors of the system under test; empty likewise
 * @param reason why nothing is kept apart, or null
 * @param budget how much CPU each stack has, if that is limited
 */
public record Isolation(
    Optional<CpuSet> generator, Optional<CpuSet> stack, String reason, Optional<CpuBudget> budget) {
  private static final String SWITCHED_OFF = "switched off";
  private static final String NONE_LEFT = "the CPU budget leaves no CPU for the generator alone";

  /** Whether to keep them apart. */
  public enum Mode {
    /** Where the machine allows it. */
    AUTO,
    /** Never. */
    OFF;

    /** The name as options and files spell it. */
    @JsonValue
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Decides which processors belong to whom: a quarter of them, at least one, generates load. An
   * external stack cannot be moved, and then nothing is kept apart.
   */
  public static Isolation plan(Mode mode, RuntimeKind runtime) {
    return plan(mode, runtime, null, Optional.empty());
  }

  /**
   * The same for a stack that has a budget of CPU. If a quota holds it, its processors are at least
   * so many; otherwise they are exactly so many, and the generator gets those that are left. It
   * gets all where none is left.
   *
   * @param cpus how many CPUs, or null for no budget
   * @param workers who generates the load on other hosts, if not this machine
   * @throws UsageException when this machine does not have so many, or cannot confine processes
   */
  public static Isolation plan(
      Mode mode, RuntimeKind runtime, Double cpus, Optional<WorkerHosts> workers) {
    if (cpus == null) {
      return workers.filter(each -> !each.shareThisMachine()).isPresent()
          ? none("the load comes from other hosts")
          : plain(mode, runtime, 1);
    }
    CpuBudget budget = CpuBudget.of(cpus, runtime);
    int needed = (int) Math.ceil(cpus);
    boolean quota = budget.quota().isPresent();
    int there = allowed().size();
    if (needed > there || !(quota || canPin())) {
      throw new UsageException(
          "--cpu-budget %s: this machine offers %s to confine a stack to"
              .formatted(Numbers.cpus(cpus), there == 0 ? "no way" : there + " CPUs"));
    }
    Isolation isolation = quota ? plain(mode, runtime, needed) : exact(mode, needed);
    return new Isolation(
        isolation.generator, isolation.stack, isolation.reason, Optional.of(budget));
  }

  private static Isolation exact(Mode mode, int count) {
    List<Integer> cpus = allowed();
    int others = cpus.size() - count;
    if (mode == Mode.AUTO && others > 0) {
      return split(cpus, others);
    }
    return new Isolation(
        Optional.empty(),
        Optional.of(new CpuSet(cpus.subList(others, cpus.size()))),
        mode == Mode.OFF ? SWITCHED_OFF : NONE_LEFT,
        Optional.empty());
  }

  /** The stack gets so many processors or more. */
  private static Isolation plain(Mode mode, RuntimeKind runtime, int least) {
    if (mode == Mode.OFF) {
      return none(SWITCHED_OFF);
    }
    if (runtime == RuntimeKind.EXTERNAL) {
      return none("the stack is run by someone else");
    }
    List<Integer> cpus = allowed();
    if (cpus.size() < 2) {
      return none(cpus.isEmpty() ? "this system cannot do it" : "this machine has one CPU");
    }
    if (!canPin()) {
      return none("taskset is missing");
    }
    int share = Math.min(Math.max(1, cpus.size() / 4), cpus.size() - least);
    return share == 0 ? none(NONE_LEFT) : split(cpus, share);
  }

  /** The first processors for the generator, the others for the stack. */
  private static Isolation split(List<Integer> cpus, int generator) {
    return new Isolation(
        Optional.of(new CpuSet(cpus.subList(0, generator))),
        Optional.of(new CpuSet(cpus.subList(generator, cpus.size()))),
        null,
        Optional.empty());
  }

  private static Isolation none(String reason) {
    return new Isolation(Optional.empty(), Optional.empty(), reason, Optional.empty());
  }

  private static boolean canPin() {
    return Taskset.run("-p", String.valueOf(ProcessHandle.current().pid()));
  }

  /** Moves this process, all its threads, to the processors of the generator. */
  public void enter() {
    generator.ifPresent(Isolation::moveThisProcess);
  }

  /** Gives this process all processors again. */
  public void leave() {
    generator.ifPresent(own -> moveThisProcess(stack.map(own::and).orElse(own)));
  }

  private static void moveThisProcess(CpuSet cpus) {
    Taskset.run("-a", "-c", "-p", cpus.toString(), String.valueOf(ProcessHandle.current().pid()));
  }

  /** The processors this process may use. */
  private static List<Integer> allowed() {
    return CpuSet.ofThisProcess().map(CpuSet::cpus).orElse(List.of());
  }
}
