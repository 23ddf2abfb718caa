package tasktracker.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InstanceConditionTest {
  private static final InstanceCondition BEFORE = running("7@noon", 1);

  @Test
  void nothingChangedWhereTheSameProcessRunsOn() {
    assertThat(BEFORE.changesUntil(running("7@noon", 1))).isEmpty();
  }

  @Test
  void saysWhetherAnInstanceEndedByItselfOrWasKilled() {
    assertThat(BEFORE.changesUntil(ended(137)))
        .containsExactly("ended under load (killed, signal 9)");
    assertThat(BEFORE.changesUntil(ended(3)))
        .containsExactly("ended under load (ended by itself, exit code 3)");
  }

  @Test
  void seesThatAnInstanceWasReplacedByAnother() {
    assertThat(BEFORE.changesUntil(running("8@one", 1)))
        .containsExactly("was started anew under load");
  }

  @Test
  void seesThatAServerLostAProcessWhileItRanOn() {
    assertThat(BEFORE.changesUntil(running("7@noon", 2)))
        .containsExactly("lost a process under load and ended all sessions");
  }

  @Test
  void saysNothingOfWhatHadEndedBefore() {
    assertThat(ended(137).changesUntil(ended(137))).isEmpty();
  }

  @Test
  void countsTheRecoveriesInALogOfPostgres() {
    assertThat(
            InstanceCondition.recoveries(
                List.of(
                    "LOG:  server process (PID 9) was terminated by signal 9: Killed",
                    "LOG:  all server processes terminated; reinitializing",
                    "LOG:  database system is ready to accept connections")))
        .isEqualTo(1);
  }

  private static InstanceCondition running(String incarnation, long recoveries) {
    return new InstanceCondition("db", incarnation, true, "", recoveries);
  }

  private static InstanceCondition ended(int exitCode) {
    return new InstanceCondition("db", "7@noon", false, InstanceCondition.end(exitCode), 0);
  }
}
