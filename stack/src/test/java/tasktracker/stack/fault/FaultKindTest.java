package tasktracker.stack.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tasktracker.error.UsageException;

class FaultKindTest {
  private static final FaultParameters PARAMETERS =
      new FaultParameters(
          Duration.ofSeconds(10), Duration.ofMillis(200), Duration.ofMillis(50), 0.9);

  @ParameterizedTest
  @EnumSource
  void isFoundByItsNameAndMakesAFaultOfItsKind(FaultKind kind) {
    assertThat(FaultKind.named(kind.toString())).isEqualTo(kind);
    assertThat(kind.with(PARAMETERS).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          restart    | the database was restarted
          stop-start | the database was stopped and started again after 10 s
          kill       | the database was killed (SIGKILL) and started again after 10 s
          pause      | the database stood still for 10 s
          latency    | what was sent to the database arrived 200 ms ± 50 ms late for 10 s
          loss       | 90 % of what was sent to the database was lost with its connection for 10 s
          disconnect | the database could not be connected to for 10 s
          cpu        | the database was denied 90 % of the processor for 10 s
          """)
  void saysWhatHappened(String name, String sentence) {
    assertThat(FaultKind.named(name).with(PARAMETERS).sentence("the database")).isEqualTo(sentence);
  }

  @Test
  void namesAllWhenThereIsNoneOfThatName() {
    assertThatThrownBy(() -> FaultKind.named("stop"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "unknown fault 'stop': use restart, stop-start, kill, pause, latency, loss, disconnect,"
                + " cpu");
  }

  @Test
  void refusesParametersThatMakeNoSense() {
    FaultParameters none = new FaultParameters(Duration.ZERO, Duration.ZERO, Duration.ZERO, 1.5);

    assertThatThrownBy(() -> FaultKind.KILL.with(none))
        .isInstanceOf(UsageException.class)
        .hasMessage("kill: downtime must be positive, not PT0S");
    assertThatThrownBy(() -> FaultKind.LOSS.with(none))
        .hasMessage("loss: share must be between 0 and 1, not 1.5");
    assertThatThrownBy(() ->
            FaultKind.LATENCY.with(
                new FaultParameters(
                    Duration.ofSeconds(1), Duration.ofMillis(1), Duration.ofMillis(2), 0.5)))
        .hasMessage("latency: jitter must be from 0 to the delay, not PT0.002S");
  }
}
