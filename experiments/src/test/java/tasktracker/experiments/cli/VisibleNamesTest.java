package tasktracker.experiments.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Control characters of names are shown, never sent to a terminal. */
class VisibleNamesTest {
  private static final String HOSTILE = "mono\\u001b[31m\\u009b2J\\u0007\\u202e\\nNo regression";

  @TempDir private Path parent;

  @ParameterizedTest
  @ValueSource(strings = {"analyze", "compare", "report", "slides"})
  void showsTheEscapesOfAnArchitecture(String command) throws IOException {
    SmallFolder folder = SmallFolder.of(parent.resolve("sweep"));
    folder.change(1, "\"monolith\"", '"' + HOSTILE + '"');

    Ran ran =
        command.equals("compare")
            ? Ran.of(command, folder.path(), folder.path(), "--max-regression", "5%")
            : Ran.of(command, folder.path());

    assertThat(ran.code()).as(ran.err()).isZero();
    assertHarmless(ran.out());
    if (command.equals("analyze")) {
      assertThat(ran.out()).contains("mono\\u001b[31m\\u009b2J\\u0007\\u202e");
    }
  }

  @Test
  void showsTheEscapesInMessages() throws IOException {
    SmallFolder folder = SmallFolder.of(parent.resolve("sw\u001b[2Jeep"));
    folder.change(1, "\"concurrency\": 10", "\"concurrency\": 1.5");

    Ran ran = Ran.of("analyze", folder.path());

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("sw\\u001b[2Jeep");
    assertHarmless(ran.err());
  }

  @Test
  void showsTheEscapesOfOptions() {
    Ran ran = Ran.of("analyze", "--colour\u001b[31m");

    assertThat(ran.code()).isEqualTo(2);
    assertHarmless(ran.err());
  }

  @Test
  void keepsItsOwnColoursApartFromThoseOfNames() {
    var out = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(new PrintStream(out, true, UTF_8), true, true, _ -> {});

    terminal.line(terminal.red("note: ") + "a\u001b[32mb\uFFFFrc\uFFFFxd");

    assertThat(out.toString(UTF_8))
        .startsWith("\u001b[31mnote: \u001b[0ma\\u001b[32mb")
        .contains("\\uffffxd");
  }

  @Test
  void hasNoColoursWhereNobodyWantsThem() {
    var out = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(new PrintStream(out, true, UTF_8), false, false, _ -> {});

    terminal.line(terminal.red("note: ") + terminal.bold("b"));
    terminal.status("gone");

    assertThat(out.toString(UTF_8).strip()).isEqualTo("note: b");
  }

  @Test
  void keepsNamesAndSettingsTextInTheSummary() throws IOException {
    SmallFolder folder = SmallFolder.of(parent.resolve("sweep"));
    folder.change(1, "\"monolith\"", "\"<b>mono|lith*_`#\\n# Heading\"");
    Files.writeString(
        folder.file("config.json"),
        "{\"arguments\": [\"sweep\", \"--think-time\", \"1s\\n```\\n# Out of the block\"]}");

    assertThat(Ran.of("report", folder.path()).code()).isZero();

    String summary = Files.readString(folder.file("summary.md"));
    String fence = "````";
    assertThat(summary.substring(0, summary.indexOf(fence + "sh")))
        .doesNotContain("<b>")
        .doesNotContain("\n# Heading")
        .contains("\\<b\\>mono\\|lith\\*\\_\\`\\# \\# Heading");
    assertThat(summary.split("\n" + fence, -1)).hasSize(3);
    assertThat(summary.indexOf("# Out of the block"))
        .isBetween(summary.indexOf(fence + "sh"), summary.lastIndexOf(fence));
  }

  private static void assertHarmless(String text) {
    assertThat(text.chars().filter(c -> (Character.isISOControl(c) && c != '\n') || c == 0x202e))
        .isEmpty();
    assertThat(text.lines()).doesNotContain("No regression");
  }
}
