package tasktracker.stack.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tasktracker.stack.StackOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * CPU time that all containers of a stack share, kept by a control group above them.
 *
 * @param cpus how many CPUs their time amounts to, such as 1.5
 */
public record CpuQuota(double cpus) {
  /** The variable in which a JVM in a container finds {@link #jvmFlag}. */
  static final String JVM_VARIABLE = "JDK_JAVA_OPTIONS";

  private static final Path KERNEL = Path.of("/proc/sys/kernel");
  private static final JsonMapper JSON = new JsonMapper();

  /** That of a stack; empty where its CPU time is not limited. */
  static Optional<CpuQuota> of(StackOptions options) {
    return options.cpuQuota().map(CpuQuota::new);
  }

  /** How many processors suit it: a part of one is one. */
  public int processors() {
    return (int) Math.ceil(cpus);
  }

  /** Tells a JVM how many processors there are, which it cannot see of a group above its own. */
  public String jvmFlag() {
    return "-XX:ActiveProcessorCount=" + processors();
  }

  /**
   * Why the stacks of the engine cannot be held to a quota, in a few words; empty where they can.
   *
   * @throws tasktracker.error.EnvironmentException when no engine answers
   */
  public static Optional<String> obstacle() {
    DockerRuntime.requireEngine();
    JsonNode engine = JSON.readTree(DockerCommand.docker("info", "--format", "{{json .}}"));
    if (!says(engine, "Name", "hostname") || !says(engine, "KernelVersion", "osrelease")) {
      return Optional.of("the engine runs on another machine");
    }
    String driver = engine.path("CgroupDriver").asString("");
    return driver.equals("cgroupfs")
        ? StackGroup.obstacle()
        : Optional.of("the engine leaves control groups to " + driver);
  }

  private static boolean says(JsonNode engine, String key, String file) {
    try {
      return engine.path(key).asString("").equals(Files.readString(KERNEL.resolve(file)).strip());
    } catch (IOException e) {
      return false;
    }
  }
}
