package tasktracker.stack.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What engines say of containers, and what the lab says of it. */
class ContainerStateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'Status': 'running', 'Running': true, 'ExitCode': 0} | ``",
        "{'Status': 'running', 'Running': true, 'Health': {'Status': 'healthy', 'Log': [{'Output': 'ok'}]}} | ``",
        "{'Status': 'running', 'Running': true, 'Health': {'Status': 'starting', 'Log': []}} | ``",
        "{'Status': 'running', 'Running': true, 'Health': {'Status': 'unhealthy', 'Log': [{'Output': 'one'},"
            + " {'Output': 'curl: (7)\\nrefused\\n'}]}} | ` (its health check says: refused)`",
        "{'Status': 'running', 'Running': true, 'OOMKilled': true} | ` (out of memory)`",
        "{'Status': 'created', 'Running': false, 'ExitCode': 0} | ` (created)`",
        "{'Status': 'restarting', 'Running': true, 'ExitCode': 3} | ` (ended by itself, exit code 3)`",
        "{'Status': 'exited', 'Running': false, 'ExitCode': 3} | ` (ended by itself, exit code 3)`",
        "{'Status': 'exited', 'Running': false, 'ExitCode': 137, 'OOMKilled': true} |"
            + " ` (killed, signal 9; out of memory)`"
      })
  void saysWhatIsWrong(String json, String complaint) {
    ContainerState state = ContainerState.of(new JsonMapper().readTree(json.replace('\'', '"')));

    assertThat(state.complaint()).isEqualTo(complaint);
  }
}
