package tasktracker.stack.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tasktracker.error.EnvironmentException;
import tasktracker.results.file.FileFailure;
import tasktracker.stack.embedded.CommandPrefix;
import tasktracker.stack.embedded.ProcessTree;

/**
 * Runs a command of Docker to its end, whatever interrupts the thread meanwhile: half of a command
 * leaves half of a stack. One that takes too long fails, and is killed. Thread-safe.
 */
final class DockerCommand {
  /** An engine at work takes seconds to answer. */
  private static final Duration ANSWER = Duration.ofMinutes(2);

  /** Builds, downloads, and stacks that come and go. */
  static final Duration WORK = Duration.ofMinutes(30);

  private DockerCommand() {}

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
    return run(command(arguments), Map.of(), ANSWER);
  }

  /** The same of a command that does more than to answer. */
  static Result work(String... arguments) {
    return run(command(arguments), Map.of(), WORK);
  }

  private static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  /**
   * Runs any command that should be quick.
   *
   * @throws EnvironmentException when the program is not there
   */
  static Result run(List<String> command) {
    return run(command, Map.of(), ANSWER);
  }

  /**
   * Runs any command.
   *
   * @param environment variables beside those of this process
   * @param limit how long it may take; it is killed then, and has failed
   * @throws EnvironmentException when the program is not there
   */
  static Result run(List<String> command, Map<String, String> environment, Duration limit) {
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
      CompletableFuture<Boolean> inTime = endsWithin(limit, process);
      String out = new String(process.getInputStream().readAllBytes(), UTF_8);
      int status = process.onExit().join().exitValue();
      String said = Files.readString(err, UTF_8);
      return new Result(status, out, inTime.join() ? said : said + "\n" + late(command, limit));
    } catch (IOException e) {
      throw FileFailure.because("cannot run '%s'".formatted(command.getFirst()), e);
    } finally {
      delete(err);
    }
  }

  /** Ends it when it takes longer, with all that it has started: Compose is a child of docker. */
  private static CompletableFuture<Boolean> endsWithin(Duration limit, Process process) {
    return process
        .onExit()
        .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .handle((_, late) -> {
          if (late != null) {
            ProcessTree.handles(process.toHandle()).forEach(ProcessHandle::destroyForcibly);
          }
          return late == null;
        });
  }

  private static String late(List<String> command, Duration limit) {
    return "'%s' did not end within %d s: look what the container engine does"
        .formatted(
            String.join(" ", command.subList(0, Math.min(2, command.size()))), limit.toSeconds());
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
