package tasktracker.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "sweep --help",
        "versus --help",
        "init --help",
        "check --help",
        "run --help",
        "load --help",
        "plot --help",
        "pack --help",
        "verify --help",
        "calibrate --help",
        "stack --help",
        "stack up --help",
        "stack down --help",
        "stack status --help",
        "stack logs --help"
      })
  void explainsEveryCommand(String arguments) {
    Ran help = Ran.of((Object[]) arguments.split(" "));

    String command = arguments.replace("--help", "").strip();
    assertThat(help.code()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out())
        .startsWith(("Usage: tasktracker " + command).strip())
        .contains("--help")
        .doesNotContain("\u001b");
  }
}
