package tasktracker.stack.docker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The container engine of this machine, as tests look at it. */
public final class DockerEngine {
  static final Path CHECKOUT =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().normalize().getParent();

  private static final Path IMAGES = CHECKOUT.resolve("deploy/docker/images.env");

  private static final List<String> PROJECTS =
      List.of("tasktracker-monolith", "tasktracker-microservices");
  private static final Path GROUPS = Path.of("/sys/fs/cgroup");

  private DockerEngine() {}

  /** Skips the test where there is no engine, or not the images that it could be run with. */
  public static void require() {
    assumeTrue(
        Files.exists(IMAGES),
        "Docker is not tested: no images, make them with deploy/docker/build-local-images.sh");
    assumeTrue(succeeds("info"), "Docker is not tested: no engine answers, start one with dockerd");
  }

  /** Ids of all containers of the stacks, running or not. */
  public static List<String> containers() {
    return lines("ps", "-aq", "--no-trunc", "--filter", "label=tasktracker.name");
  }

  /** Ids of the running containers of one member. */
  public static List<String> containers(String member) {
    return lines("ps", "-q", "--no-trunc", "--filter", "label=tasktracker.name=" + member);
  }

  /** Names of what the stacks have left behind: volumes and networks. */
  public static List<String> remains() {
    List<String> names = new ArrayList<>();
    for (String kind : List.of("volume", "network")) {
      names.addAll(lines(kind, "ls", "-q", "--filter", "label=com.docker.compose.project"));
    }
    return names;
  }

  /** Control groups above those of the stacks' containers, of all controllers. */
  public static List<Path> controlGroups() {
    List<Path> groups = new ArrayList<>(projectsIn(GROUPS));
    for (String controller : List.of("cpu", "cpuacct", "cpuset", "memory", "pids", "systemd")) {
      groups.addAll(projectsIn(GROUPS.resolve(controller)));
    }
    return groups;
  }

  private static List<Path> projectsIn(Path folder) {
    return PROJECTS.stream().map(folder::resolve).filter(Files::exists).toList();
  }

  public static boolean succeeds(String... arguments) {
    return start(arguments).onExit().join().exitValue() == 0;
  }

  /** What a command of Docker prints. */
  public static List<String> lines(String... arguments) {
    try {
      return new String(start(arguments).getInputStream().readAllBytes(), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process start(String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(Arrays.asList(arguments));
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
