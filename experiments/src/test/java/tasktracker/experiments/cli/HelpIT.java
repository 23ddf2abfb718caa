package tasktracker.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpIT {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "sweep --help",
        "load --help",
        "plot --help",
        "stack --help",
        "stack up --help",
        "stack down --help",
        "stack status --help",
        "stack logs --help"
      })
  void explainsEveryCommand(String arguments) {
    Launcher.Ended help = Launcher.run(arguments.split(" "));

    String command = arguments.replace("--help", "").strip();
    assertThat(help.status()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out().getFirst()).startsWith(("Usage: tasktracker " + command).strip());
    assertThat(help.text()).contains("--help").doesNotContain("\u001b");
  }

  @Test
  void namesTheVersionThatWasBuilt() {
    Launcher.Ended version = Launcher.run("--version");

    assertThat(version.status()).isZero();
    assertThat(version.out())
        .singleElement()
        .asString()
        .matches("tasktracker \\d+\\.\\d+\\.\\d+.*");
  }
}
