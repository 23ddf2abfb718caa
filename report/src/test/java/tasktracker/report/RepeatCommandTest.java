package tasktracker.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatCommandTest {

  @Test
  void isWhatWasGivenButForTheFolder() {
    assertThat(
            RepeatCommand.of(
                List.of(
                    "sweep", "--outdir", "out", "--cpu-budget=2", "--outdir=x", "--until-sure")))
        .isEqualTo("./tasktracker sweep --cpu-budget=2 --until-sure");
  }

  @Test
  void isMissingWhereNothingWasRecorded() {
    assertThat(RepeatCommand.of(List.of())).isNull();
    assertThat(RepeatCommand.of(null)).isNull();
  }

  @Test
  void showsWhatCommandsATerminal() {
    assertThat(RepeatCommand.of(List.of("sweep", "a\nb\u001b[2J")))
        .isEqualTo("./tasktracker sweep 'a\\u000ab\\u001b[2J'");
  }

  @Test
  void comesOutOfAShellAsItWent() throws IOException, InterruptedException {
    List<String> arguments =
        List.of("it's", "", "$(id)", "`id`", "a b", "*", "~", "\\", "--slo=99.9%<500ms", "é");
    String command = RepeatCommand.of(arguments).replaceFirst("\\./tasktracker", "printf '%s|'");
    Process shell = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true).start();

    assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(String.join("|", arguments) + "|");
    assertThat(shell.waitFor()).isZero();
  }
}
