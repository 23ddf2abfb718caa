package tasktracker.stack.docker;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tasktracker.error.EnvironmentException;

/** Says in one line what stood in Docker's way, and what to do about it. */
final class DockerFailure {
  private static final Pattern PORT =
      Pattern.compile("(?:0\\.0\\.0\\.0|127\\.0\\.0\\.1|\\[?::1?]?):(\\d+)\\b");
  private static final List<String> TAKEN =
      List.of("port is already allocated", "address already in use", "ports are not available");
  private static final List<String> NO_IMAGE =
      List.of(
          "pull access denied",
          "manifest unknown",
          "No such image",
          "failed to resolve",
          "registry-1.docker.io",
          "no such host",
          "error pulling image");

  private DockerFailure() {}

  static EnvironmentException of(DockerCommand.Result result) {
    return new EnvironmentException(message(result.err().isBlank() ? result.out() : result.err()));
  }

  static String message(String output) {
    if (output.contains("permission denied while trying to connect")
        || output.contains("connect: permission denied")) {
      return "no permission to talk to the Docker daemon: join the group 'docker' and log in again,"
          + " or use --runtime embedded";
    }
    if (output.contains("Cannot connect to the Docker daemon")
        || output.contains("Is the docker daemon running")
        || output.contains("error during connect")) {
      return "the Docker daemon does not answer: start it (on Linux 'sudo systemctl start docker'),"
          + " or use --runtime embedded";
    }
    if (TAKEN.stream().anyMatch(output::contains)) {
      Matcher port = PORT.matcher(output);
      return "port %s, which a container needs, is taken: stop what listens there"
          .formatted(port.find() ? port.group(1) : "of the host");
    }
    if (NO_IMAGE.stream().anyMatch(output::contains)) {
      return "an image is missing and cannot be pulled: run deploy/docker/build-local-images.sh"
          + " where no registry can be reached (%s)".formatted(lastLine(output));
    }
    return "docker failed: " + lastLine(output);
  }

  /** The last line that is not blank. */
  static String lastLine(String output) {
    return output
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .reduce((one, next) -> next)
        .orElse("without saying why");
  }
}
