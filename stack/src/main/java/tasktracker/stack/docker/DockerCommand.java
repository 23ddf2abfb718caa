package tasktracker.stack.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.embedded.CommandPrefix;

/**
 * Runs a command of Docker to its end, whatever interrupts the thread meanwhile: half of a command
 * leaves half of a stack. Thread-safe.
 */
final class DockerCommand {
  private DockerCommand() {}

  /** What a command left. */
  record Result(int status, String out, String err) {
    boolean succeeded() {
      return status == 0;
    }

    /**
     * What it printed.
     *
     * @throws EnvironmentException when it failed
     */
    String orFail() {
      if (!succeeded()) {
        throw DockerFailure.of(this);
      }
      return out;
    }
  }

  /**
   * What {@code docker} with these arguments prints.
   *
   * @throws EnvironmentException when it fails
   */
  static String docker(String... arguments) {
    return tryDocker(arguments).orFail();
  }

  static boolean isInstalled() {
    return CommandPrefix.onPath("docker");
  }

  static Result tryDocker(String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(Arrays.asList(arguments));
    return run(command, Map.of());
  }

  /**
   * Runs any command.
   *
   * @param environment variables beside those of this process
   * @throws EnvironmentException when the program is not there
   */
  static Result run(List<String> command, Map<String, String> environment) {
    Path err = null;
    try {
      err = Files.createTempFile("docker", ".err");
      // A session of its own: Ctrl-C at the terminal is for the lab, which then takes down in
      // order.
      ProcessBuilder builder =
          new ProcessBuilder(CommandPrefix.ownSession(command.toArray(String[]::new)))
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectError(err.toFile());
      // What the JVM of the lab is told is not for the JVMs in containers.
      builder.environment().remove(CpuQuota.JVM_VARIABLE);
      builder.environment().putAll(environment);
      Process process = builder.start();
      String out = new String(process.getInputStream().readAllBytes(), UTF_8);
      int status = process.onExit().join().exitValue();
      return new Result(status, out, Files.readString(err, UTF_8));
    } catch (IOException e) {
      throw new EnvironmentException("cannot run '%s'".formatted(command.getFirst()), e);
    } finally {
      delete(err);
    }
  }

  private static void delete(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}
