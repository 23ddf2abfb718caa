package tasktracker.stack.docker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tasktracker.stack.DataReset;

class PsqlTest {
  private static final Psql PSQL = new Psql("4711abcd", "task_db");

  @Test
  void runsEachStatementByItselfAndStopsAtTheFirstThatFails() {
    List<String> command = List.of(PSQL.execute(List.of("VACUUM", "CHECKPOINT")));

    assertThat(command).startsWith("exec", "4711abcd");
    assertThat(command).containsSequence("-v", "ON_ERROR_STOP=1");
    assertThat(command).containsSequence("-U", "tasktracker", "-d", "task_db");
    assertThat(command).endsWith("-c", "VACUUM", "-c", "CHECKPOINT");
  }

  /** A command line is there for everyone to read. */
  @Test
  void leavesThePasswordToTheVariableInTheContainer() throws Exception {
    List<String> command = List.of(PSQL.execute(DataReset.STATEMENTS));
    int shell = command.indexOf("sh");
    List<String> inContainer =
        List.of(command.get(shell), command.get(shell + 1), asPrintenv(command.get(shell + 2)));
    ProcessBuilder builder = new ProcessBuilder(inContainer);
    builder.environment().put("POSTGRES_PASSWORD", "it's $ecret");

    Process process = builder.start();

    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
        .isEqualToIgnoringNewLines("it's $ecret");
    assertThat(command).noneMatch(argument -> argument.contains("$ecret"));
  }

  private static String asPrintenv(String script) {
    return script.replace("psql \"$@\"", "printenv PGPASSWORD");
  }
}
