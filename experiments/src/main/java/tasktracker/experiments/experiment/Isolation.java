package tasktracker.experiments.experiment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tasktracker.experiments.UsageException;
import tasktracker.experiments.stack.CpuSet;

/**
 * Keeps the load generator and the system under test on different processors, so that one cannot
 * slow the other down unseen. Possible on Linux with two or more processors and {@code taskset}.
 *
 * @param generator processors of the generator; empty where nothing is kept apart
 * @param stack processors of the system under test; empty likewise
 * @param reason why nothing is kept apart, or null
 */
public record Isolation(Optional<CpuSet> generator, Optional<CpuSet> stack, String reason) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String ALLOWED = "Cpus_allowed_list:";

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
    return plan(mode, runtime, null);
  }

  /**
   * The same for a stack that has a budget of processors: it gets exactly so many, and the
   * generator those that are left, or all where none is.
   *
   * @param budget how many, or null for no budget
   * @throws UsageException when this machine does not have so many, or cannot confine processes
   */
  public static Isolation plan(Mode mode, RuntimeKind runtime, Integer budget) {
    return budget == null ? plain(mode, runtime) : within(budget, mode);
  }

  private static Isolation within(int budget, Mode mode) {
    List<Integer> cpus = allowed();
    if (budget > cpus.size() || !taskset("-p", String.valueOf(ProcessHandle.current().pid()))) {
      throw new UsageException(
          "--cpu-budget %d: this machine offers %s to confine a stack to"
              .formatted(budget, cpus.isEmpty() ? "no way" : cpus.size() + " CPUs"));
    }
    int others = cpus.size() - budget;
    Optional<CpuSet> stack = Optional.of(new CpuSet(cpus.subList(others, cpus.size())));
    if (mode == Mode.OFF) {
      return new Isolation(Optional.empty(), stack, "switched off");
    }
    return others == 0
        ? new Isolation(Optional.empty(), stack, "the CPU budget takes all CPUs of this machine")
        : new Isolation(Optional.of(new CpuSet(cpus.subList(0, others))), stack, null);
  }

  private static Isolation plain(Mode mode, RuntimeKind runtime) {
    if (mode == Mode.OFF) {
      return none("switched off");
    }
    if (runtime == RuntimeKind.EXTERNAL) {
      return none("the stack is run by someone else");
    }
    List<Integer> cpus = allowed();
    if (cpus.size() < 2) {
      return none(cpus.isEmpty() ? "this system cannot do it" : "this machine has one CPU");
    }
    if (!taskset("-p", String.valueOf(ProcessHandle.current().pid()))) {
      return none("taskset is missing");
    }
    int share = Math.max(1, cpus.size() / 4);
    return new Isolation(
        Optional.of(new CpuSet(cpus.subList(0, share))),
        Optional.of(new CpuSet(cpus.subList(share, cpus.size()))),
        null);
  }

  private static Isolation none(String reason) {
    return new Isolation(Optional.empty(), Optional.empty(), reason);
  }

  /** Moves this process, all its threads, to the processors of the generator. */
  public void enter() {
    generator.ifPresent(Isolation::moveThisProcess);
  }

  /** Gives this process all processors again. */
  public void leave() {
    generator.ifPresent(own -> {
      List<Integer> all = new ArrayList<>(own.cpus());
      stack.ifPresent(others -> all.addAll(others.cpus()));
      moveThisProcess(new CpuSet(all));
    });
  }

  private static void moveThisProcess(CpuSet cpus) {
    taskset("-a", "-c", "-p", cpus.toString(), String.valueOf(ProcessHandle.current().pid()));
  }

  private static boolean taskset(String... arguments) {
    List<String> command = new ArrayList<>(List.of("taskset"));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The processors this process may use, as the kernel lists them: {@code 0-3,8}. */
  private static List<Integer> allowed() {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(ALLOWED))
          .map(line -> CpuSet.parse(line.substring(ALLOWED.length()).strip()).cpus())
          .findFirst()
          .orElse(List.of());
    } catch (IOException e) {
      return List.of();
    }
  }
}
