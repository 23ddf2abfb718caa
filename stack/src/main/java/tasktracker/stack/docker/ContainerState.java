package tasktracker.stack.docker;

/**
 * What the engine says of a container at one moment.
 *
 * @param status such as {@code running} or {@code exited}
 * @param exitCode of its last process, 0 while one lives
 * @param health by its own check, empty where it has none
 */
record ContainerState(String status, int exitCode, String health) {

  static ContainerState of(Container container) {
    String[] words =
        DockerCommand.docker(
                container.as(
                    "inspect",
                    "--format",
                    "{{.State.Status}} {{.State.ExitCode}}"
                        + " {{if .State.Health}}{{.State.Health.Status}}{{end}}"))
            .strip()
            .split(" ");
    return new ContainerState(
        words[0], Integer.parseInt(words[1]), words.length > 2 ? words[2] : "");
  }

  boolean isDone() {
    return status.equals("exited") && exitCode == 0;
  }

  boolean isGood() {
    return status.equals("running") && (health.isEmpty() || health.equals("healthy"));
  }

  /**
   * Runs, and does not say that it is unwell; its own check may be a while until it looks again.
   */
  boolean isUp() {
    return status.equals("running") && !health.equals("unhealthy");
  }

  boolean hasFailed() {
    return status.equals("dead") || (status.equals("exited") && exitCode != 0);
  }
}
