package tasktracker.stack.fault;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tasktracker.error.UsageException;
import tasktracker.results.JsonFile;

class FaultKindTest {
  private static final Map<String, String> NONE = Map.of();

  static Stream<FaultKind> all() {
    return FaultKind.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void readsWhatItSaysOfItself(FaultKind kind) {
    assertThat(FaultKind.parse(kind.usual(), NONE))
        .isEqualTo(FaultKind.parse(kind.toString(), NONE));
    assertThat(FaultKind.parse(kind.toString(), NONE).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          restart        | the database was restarted
          stop-start     | the database was stopped and started again after 10 s
          kill:duration=1m30s | the database was killed (SIGKILL) and started again after 90 s
          pause          | the database stood still for 10 s
          latency        | what was sent to the database arrived 200 ms ± 50 ms late for 10 s
          latency:delay=1s,jitter=0 | what was sent to the database arrived 1 s late for 10 s
          loss:share=90% | 90 % of what was sent to the database was lost with its connection for 10 s
          disconnect     | the database could not be connected to for 10 s
          cpu:share=0.5,duration=2s | the database was denied 50 % of the processor for 2 s
          """)
  void saysWhatHappened(String fault, String sentence) {
    assertThat(FaultKind.parse(fault, NONE).sentence("the database")).isEqualTo(sentence);
  }

  @Test
  void takesFromOptionsWhatTheTextDoesNotGive() {
    Map<String, String> options = Map.of("--delay", "7ms", "--downtime", "3", "--loss", "10%");

    assertThat(FaultKind.parse("latency:jitter=1ms,duration=4s", options))
        .isEqualTo(new Latency(Duration.ofMillis(7), Duration.ofMillis(1), Duration.ofSeconds(4)));
    assertThat(FaultKind.parse("loss", options)).isEqualTo(new Loss(0.1, Duration.ofSeconds(3)));
    assertThat(FaultKind.parse("cpu", options))
        .isEqualTo(new CpuStarvation(0.9, Duration.ofSeconds(3)));
  }

  @Test
  void goesToFilesWithItsNameAndUnits() {
    assertThat(JsonFile.toTree(FaultKind.parse("latency:jitter=0", NONE)).toString())
        .isEqualTo(
            "{\"name\":\"latency\",\"delay_seconds\":0.2,\"jitter_seconds\":0,"
                + "\"duration_seconds\":10}");
    assertThat(JsonFile.toTree(FaultKind.parse("cpu", NONE)).path("share").asDouble())
        .isEqualTo(0.9);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          stop | unknown fault 'stop': use restart, stop-start, kill, pause, latency, loss, disconnect, cpu
          kill:duration=0 | --fault kill:duration=0: use 1ms to 24h
          kill:duration=soon | --fault kill:duration=soon: "soon" is no time such as 250us, 50ms, 1.5s or 1m30s
          loss:share=100% | --fault loss:share=100%: use 0.01% to 99.99%
          loss:share=often | --fault loss:share=often: 'often' is not a share such as 5% or 0.05
          pause:delay=1s | --fault pause: 'delay=1s' is none of its parameters, or twice: use pause:duration=10s
          pause: | --fault pause: '' is none of its parameters, or twice: use pause:duration=10s
          restart:duration=1s | --fault restart: 'duration=1s' is none of its parameters, or twice: use restart
          latency:delay=1ms | latency: a jitter of 50 ms is more than the delay of 1 ms
          """)
  void refusesWhatMakesNoSenseAndSaysWhatWould(String fault, String message) {
    assertThatThrownBy(() -> FaultKind.parse(fault, NONE))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }

  @Test
  void refusesTheValueOfAnOptionByItsName() {
    assertThatThrownBy(() -> FaultKind.parse("loss", Map.of("--loss", "100%")))
        .isInstanceOf(UsageException.class)
        .hasMessage("--loss 100%: use 0.01% to 99.99%");
  }

  /** Copy the rows of a failure into the document. */
  @Test
  void isDocumentedAsItIsDeclared() throws IOException {
    String rows =
        FaultKind.ALL.stream()
            .map(kind -> "| `%s` | %s |\n".formatted(kind.usual(), kind.effect()))
            .collect(joining());

    assertThat(Files.readString(Path.of("../docs/failure.md"))).contains(rows);
  }
}
