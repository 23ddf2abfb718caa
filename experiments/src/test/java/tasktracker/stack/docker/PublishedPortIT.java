package tasktracker.stack.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.Ports;

/** A port that a container publishes is said to be that container's, not the engine's. */
class PublishedPortIT {
  @Test
  void namesTheContainerAndHowToMeasureIt() {
    DockerEngine.require();
    int port = Ports.free(1, Set.of()).getFirst();
    String name = "tasktracker-test-" + port;
    DockerCommand.docker(
        "run",
        "--detach",
        "--rm",
        "--name",
        name,
        "--publish",
        "127.0.0.1:" + port + ":80",
        "tasktracker/debian:local",
        "sleep",
        "300");
    try {
      assertThatThrownBy(() -> Ports.requireFree("tasktracker_app", port))
          .isInstanceOf(EnvironmentException.class)
          .hasMessageContaining(
              "port %d, which tasktracker_app needs, is published by container %s", port, name)
          .hasMessageContaining("docker stop " + name)
          .hasMessageContaining("--runtime external")
          .hasMessageNotContaining("dockerd");
    } finally {
      assertThat(DockerCommand.tryDocker("rm", "--force", name).succeeded()).isTrue();
    }
  }
}
