package tasktracker.experiments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tasktracker.stack.resource.MachineMemory;

/**
 * On what the figures of an experiment were measured; part of {@code config.json}. What cannot be
 * found out is null.
 *
 * @param cpuModel as the processor names itself
 * @param cpus logical processors that this process may use
 * @param memoryBytes memory of the machine
 * @param operatingSystem name and kernel version
 * @param jdk vendor and version of the JDK of the generator and of the services
 * @param gitCommit commit that the lab was built from, with {@code -dirty} when there were changes
 *     on top
 */
public record MachineDescription(
    String cpuModel,
    int cpus,
    long memoryBytes,
    String operatingSystem,
    String jdk,
    String gitCommit) {

  /** Describes this machine and the checkout that the lab runs from. */
  public static MachineDescription of(Path checkout) {
    return new MachineDescription(
        cpuModelName().orElse(null),
        Runtime.getRuntime().availableProcessors(),
        MachineMemory.bytes(),
        Stream.of("os.name", "os.version", "os.arch")
            .map(System::getProperty)
            .reduce((a, b) -> a + " " + b)
            .orElseThrow(),
        System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version"),
        commit(checkout).orElse(null));
  }

  /** In what the present differs, a few words each; of what either does not know, nothing. */
  List<String> differencesTo(MachineDescription now) {
    List<String> differences = new ArrayList<>();
    differ("processor", cpuModel, now.cpuModel, differences);
    differ("logical CPUs", known(cpus), known(now.cpus), differences);
    differ("GiB of memory", known(memoryBytes >> 30), known(now.memoryBytes >> 30), differences);
    differ("system", operatingSystem, now.operatingSystem, differences);
    differ("JDK", jdk, now.jdk, differences);
    differ("lab", gitCommit, now.gitCommit, differences);
    return differences;
  }

  private static String known(long count) {
    return count == 0 ? null : String.valueOf(count);
  }

  private static void differ(String what, String before, String now, List<String> differences) {
    if (before != null && now != null && !before.equals(now)) {
      differences.add("%s %s, then %s".formatted(what, before, now));
    }
  }

  /** Of a checkout as git tells it, of an unpacked archive as it was when the archive was made. */
  private static Optional<String> commit(Path checkout) {
    if (Files.exists(checkout.resolve(".git"))) {
      return output(checkout, "git", "describe", "--always", "--dirty", "--abbrev=12");
    }
    try {
      return Optional.of(Files.readString(checkout.resolve("commit")).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> cpuModelName() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException e) {
      return output(Path.of("/"), "sysctl", "-n", "machdep.cpu.brand_string");
    }
  }

  private static Optional<String> output(Path folder, String... command) {
    try {
      Process process =
          new ProcessBuilder(List.of(command))
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      boolean done = process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
      return done && !output.isEmpty() ? Optional.of(output) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
