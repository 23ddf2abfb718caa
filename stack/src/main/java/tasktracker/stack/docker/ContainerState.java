package tasktracker.stack.docker;

import java.util.ArrayList;
import java.util.List;
import tasktracker.stack.InstanceCondition;
import tools.jackson.databind.JsonNode;

/**
 * The state of a container, as its engine describes it.
 *
 * @param status such as {@code running} or {@code exited}
 * @param running whether its process lives
 * @param paused whether it stands still
 * @param exitCode of its last process, 0 while one lives
 * @param outOfMemory whether the kernel has ended a process of it for want of memory
 * @param health by its own check, empty where it has none
 * @param lastCheck what that check printed last
 */
record ContainerState(
    String status,
    boolean running,
    boolean paused,
    int exitCode,
    boolean outOfMemory,
    String health,
    String lastCheck) {

  static ContainerState of(JsonNode json) {
    JsonNode health = json.path("Health");
    JsonNode checks = health.path("Log");
    return new ContainerState(
        json.path("Status").asString(""),
        json.path("Running").asBoolean(false),
        json.path("Paused").asBoolean(false),
        json.path("ExitCode").asInt(0),
        json.path("OOMKilled").asBoolean(false),
        health.path("Status").asString(""),
        checks.path(checks.size() - 1).path("Output").asString(""));
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

  /** How its last process ended; empty while one lives. */
  String end() {
    return running ? "" : InstanceCondition.end(exitCode) + (outOfMemory ? ", out of memory" : "");
  }

  /** What is wrong with it, as the end of a sentence; empty where the engine sees nothing. */
  String complaint() {
    List<String> parts = new ArrayList<>();
    if (exitCode != 0) {
      parts.add(InstanceCondition.end(exitCode));
    } else if (!running) {
      parts.add(status);
    }
    if (outOfMemory) {
      parts.add("out of memory");
    }
    if (!lastCheck.isBlank() && !health.equals("healthy")) {
      parts.add("its health check says: " + DockerFailure.lastLine(lastCheck));
    }
    return parts.isEmpty() ? "" : " (%s)".formatted(String.join("; ", parts));
  }
}
