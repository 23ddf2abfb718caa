package tasktracker.stack.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tasktracker.error.EnvironmentException;

@Timeout(60)
class DockerCommandTest {
  private static final Duration LIMIT = Duration.ofMillis(300);

  @Test
  void returnsWhatACommandPrints() {
    DockerCommand.Result result = run("echo out; echo err >&2; exit 3");

    assertThat(result).isEqualTo(new DockerCommand.Result(3, "out\n", "err\n"));
  }

  /** As Compose is, which has the output of docker too. */
  @Test
  void killsACommandThatTakesTooLongAndItsChildren() {
    DockerCommand.Result result = run("echo begun; sleep 300 & wait");

    assertThat(result.succeeded()).isFalse();
    assertThat(result.out()).isEqualTo("begun\n");
    assertThatThrownBy(result::orFail)
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining("'sh -c' did not end within 0 s");
  }

  private static DockerCommand.Result run(String script) {
    return DockerCommand.run(List.of("sh", "-c", script), Map.of(), LIMIT);
  }
}
