package tasktracker.experiments.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher works wherever it is called from, and whatever the shell brings along. */
class LauncherIT {
  private static final String VERSION = "tasktracker 0.1.0-SNAPSHOT";

  @TempDir private Path folder;

  @BeforeAll
  static void requirePackaged() {
    Launcher.run("--version");
  }

  @Test
  void isFoundThroughLinksToLinks() throws IOException {
    Path below = Files.createDirectories(folder.resolve("a folder/below"));
    Files.createSymbolicLink(folder.resolve("absolute"), Launcher.CHECKOUT.resolve("tasktracker"));
    Files.createSymbolicLink(folder.resolve("a folder/link"), Path.of("../absolute"));
    Files.createSymbolicLink(below.resolve("lab"), Path.of("../link"));
    assertThat(run(below, Map.of(), "./lab", "--version")).contains(VERSION);
    assertThat(run(folder, Map.of(), "a folder/below/lab", "--version")).contains(VERSION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CDPATH=/tmp:/", "HOME", "HOME=", "LANG=C", "LC_ALL=POSIX", "LC_ALL=xx"})
  void worksWithWhatTheShellBringsAlong(String setting) {
    Path parent = Launcher.CHECKOUT.getParent();
    String launcher = parent.relativize(Launcher.CHECKOUT) + "/tasktracker";
    List<String> command =
        setting.contains("=")
            ? List.of("env", setting, launcher, "--version")
            : List.of("env", "-u", setting, launcher, "--version");
    assertThat(run(parent, Map.of(), command.toArray(String[]::new))).isEqualTo(List.of(VERSION));
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "POSIX", "C.UTF-8"})
  void keepsCharactersOutsideOfAscii(String locale) {
    assertThat(
            run(
                Launcher.CHECKOUT,
                Map.of("LC_ALL", locale),
                "./tasktracker",
                "plot",
                folder + "/grüße 你好 😀"))
        .singleElement()
        .asString()
        .contains("/grüße 你好 😀: no such folder");
  }

  @Test
  void deploysFromAFolderWithBlanksInItsName() throws IOException {
    Ports.requireFree();
    Path checkout = Files.createDirectories(folder.resolve("a b/lab's"));
    Files.copy(Launcher.CHECKOUT.resolve("tasktracker"), checkout.resolve("tasktracker"));
    Files.createSymbolicLink(checkout.resolve(".mvn"), Launcher.CHECKOUT.resolve(".mvn"));
    Path target = Files.createDirectories(checkout.resolve("experiments/target"));
    Files.createSymbolicLink(
        target.resolve("lib"), Launcher.CHECKOUT.resolve("experiments/target/lib"));
    Files.createFile(target.resolve("built"));
    try {
      assertThat(run(checkout, Map.of(), "./tasktracker", "stack", "up", "monolith"))
          .last()
          .asString()
          .startsWith("monolith is up at ");
    } finally {
      assertThat(run(checkout, Map.of(), "./tasktracker", "stack", "down", "monolith"))
          .containsExactly("monolith is down");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ulimit -n 64         | 64 open files (ulimit -n)",
        "ulimit -v 1000000    | 1000000 KiB of address space (ulimit -v)",
        "ulimit -d 1000000    | 1000000 KiB of data (ulimit -d)",
        "ulimit -n 256        | 256 open files (ulimit -n)",
        "ulimit -f 1000       | KiB in a file (ulimit -f)",
      })
  void namesALimitThatIsTooLowInOneLine(String limit, String named) {
    assertThat(
            run(
                Launcher.CHECKOUT,
                Map.of(),
                "sh",
                "-c",
                limit + "; ./tasktracker stack up monolith; echo exit $?"))
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains(named).contains("too low"))
        .contains("exit 3");
  }

  private static List<String> run(Path where, Map<String, String> environment, String... command) {
    try {
      Path output = Files.createTempFile("launcher", ".out");
      ProcessBuilder builder =
          new ProcessBuilder(new ArrayList<>(List.of(command)))
              .directory(where.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      builder.start().onExit().join();
      try (Stream<String> lines = Files.lines(output, UTF_8)) {
        return lines.toList();
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
