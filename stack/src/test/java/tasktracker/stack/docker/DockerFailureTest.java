package tasktracker.stack.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What engines and Compose of several ages print, and what the lab makes of it. */
class DockerFailureTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?",
        "error during connect: Get \"http://%2F%2F.%2Fpipe%2FdockerDesktopLinuxEngine/_ping\": open"
      })
  void saysThatTheDaemonIsDown(String output) {
    assertThat(DockerFailure.message(output)).startsWith("the Docker daemon does not answer");
  }

  @Test
  void saysThatThePermissionIsMissing() {
    assertThat(
            DockerFailure.message(
                "permission denied while trying to connect to the Docker daemon socket at"
                    + " unix:///var/run/docker.sock: Get ...: dial unix: connect: permission denied"))
        .startsWith("no permission to talk to the Docker daemon: join the group 'docker'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Error response from daemon: driver failed programming external connectivity on endpoint x (1f): Bind for 127.0.0.1:8000 failed: port is already allocated",
        "Error starting userland proxy: listen tcp4 127.0.0.1:8000: bind: address already in use",
        "Ports are not available: exposing port TCP 127.0.0.1:8000 -> 0.0.0.0:0: listen tcp"
            + " 127.0.0.1:8000: bind: An attempt; ports are not available"
      })
  void namesAPortThatIsTaken(String output) {
    assertThat(DockerFailure.message(output))
        .isEqualTo("port 8000, which a container needs, is taken: stop what listens there");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Error response from daemon: Get \"https://registry-1.docker.io/v2/\": context deadline",
        "Error response from daemon: pull access denied for tasktracker/jre, repository does not"
            + " exist",
        "ERROR: failed to solve: eclipse-temurin:25-jre: failed to resolve source metadata"
      })
  void saysHowToGetAnImageWithoutARegistry(String output) {
    assertThat(DockerFailure.message(output)).contains("deploy/docker/build-local-images.sh");
  }

  @Test
  void repeatsTheLastLineOfAnythingElse() {
    assertThat(DockerFailure.message("warming up\nno space left on device\n\n"))
        .isEqualTo("docker failed: no space left on device");
  }
}
