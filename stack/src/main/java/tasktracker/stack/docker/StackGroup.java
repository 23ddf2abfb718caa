package tasktracker.stack.docker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import tasktracker.error.EnvironmentException;
import tasktracker.results.file.FileFailure;

/**
 * The control group above those of a stack's containers, of version 1 or 2. The engine leaves it
 * alone, so whoever creates it removes it.
 *
 * @param mount where the control groups are
 * @param name its name, directly below the root
 * @see <a href="https://docs.kernel.org/scheduler/sched-bwc.html">CFS Bandwidth Control</a>
 */
record StackGroup(Path mount, String name) {
  private static final Path MOUNT = Path.of("/sys/fs/cgroup");
  private static final Path PROC = Path.of("/proc");

  /** The period of the quotas of containers, in microseconds. */
  private static final long PERIOD = 100_000;

  private static final int TRIES = 40;
  private static final long PAUSE_NANOS = 50_000_000;

  static StackGroup of(String project) {
    return new StackGroup(MOUNT, project);
  }

  /** Why this process cannot create such groups, in a few words; empty where it can. */
  static Optional<String> obstacle() {
    StackGroup probe = of("tasktracker-probe-" + ProcessHandle.current().pid());
    try {
      probe.write(new CpuQuota(1));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("the lab may not create control groups");
    } finally {
      probe.remove();
    }
  }

  /** Its name as {@code cgroup_parent} of a compose file. */
  String parent() {
    return "/" + name;
  }

  /**
   * Creates it, or takes it over where it is there already, with this quota.
   *
   * @throws EnvironmentException when this machine does not let it
   */
  void create(CpuQuota quota) {
    try {
      write(quota);
    } catch (IOException e) {
      throw FileFailure.because("cannot create the control group " + name, e);
    }
  }

  private void write(CpuQuota quota) throws IOException {
    long share = Math.round(PERIOD * quota.cpus());
    if (isVersion2()) {
      write(mount.resolve("cgroup.subtree_control"), "+cpu");
      write(Files.createDirectories(mount.resolve(name)).resolve("cpu.max"), share + " " + PERIOD);
    } else {
      Path folder = Files.createDirectories(mount.resolve("cpu").resolve(name));
      write(folder.resolve("cpu.cfs_period_us"), String.valueOf(PERIOD));
      write(folder.resolve("cpu.cfs_quota_us"), String.valueOf(share));
    }
  }

  private static void write(Path file, String value) throws IOException {
    Files.writeString(file, value, ISO_8859_1);
  }

  private boolean isVersion2() {
    return Files.exists(mount.resolve("cgroup.controllers"));
  }

  /**
   * Checks that containers are in it.
   *
   * @throws EnvironmentException when one is not, because the engine sees other groups than the lab
   */
  void requireAround(List<Container> containers) {
    for (Container container : containers) {
      if (container.running() && !holds(container.pid())) {
        throw new EnvironmentException(
            "%s is not in the control group %s, so the CPU budget would not hold"
                .formatted(container.instance(), name));
      }
    }
  }

  private boolean holds(long pid) {
    try {
      return Files.readString(PROC.resolve(pid + "/cgroup"), ISO_8859_1)
          .contains(":" + parent() + "/");
    } catch (IOException e) {
      return false;
    }
  }

  /** Removes it if it is there and nothing is in it; ending processes are waited for. */
  void remove() {
    for (Path folder : folders()) {
      for (int i = 0; i < TRIES && !isGone(folder); i++) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private static boolean isGone(Path folder) {
    try {
      Files.deleteIfExists(folder);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The command that does what {@link #remove} does, for somebody else to run. */
  List<String> removeCommand() {
    List<String> command = new ArrayList<>(List.of("rmdir"));
    folders().forEach(folder -> command.add(folder.toString()));
    return command;
  }

  /** Of version 1 there is one for each controller, all of which the engine makes use of. */
  private List<Path> folders() {
    if (isVersion2()) {
      return List.of(mount.resolve(name));
    }
    try (Stream<Path> controllers = Files.list(mount)) {
      return controllers
          .filter(Files::isDirectory)
          .map(each -> each.resolve(name))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
