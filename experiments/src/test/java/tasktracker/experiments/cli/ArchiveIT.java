package tasktracker.experiments.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive runs where it is unpacked, with nothing but the tools of a shell beside it. */
class ArchiveIT {
  private static final Path RECIPES = Launcher.CHECKOUT.resolve("docs/ci.md");
  private static final Pattern SHELL_OF_GITHUB =
      Pattern.compile("shell: sh\n +run: \\|\n(.*?)\n +- uses:", Pattern.DOTALL);

  @TempDir private Path folder;

  @BeforeAll
  static void makeArchive() throws IOException {
    Launcher.run("--version");
    Path archive = Launcher.CHECKOUT.resolve("dist/archive.sh");
    assertThat(run(Launcher.CHECKOUT, "sh", archive.toString(), "test"))
        .last()
        .asString()
        .contains(" MiB");
  }

  private static String archive() throws IOException {
    return only(Launcher.CHECKOUT.resolve("dist/target"), ".tar.gz");
  }

  @Test
  void comparesTwoServersWithoutJdkAndMaven() throws IOException {
    Path unpacked = Files.createDirectories(folder.resolve("a folder"));
    run(unpacked, "tar", "-xzf", archive());
    Path lab = Path.of(only(unpacked, "")).resolve("bin/tasktracker");
    Path results = folder.resolve("versus");

    try (PlantedServer one = PlantedServer.start(5, 100);
        PlantedServer other = PlantedServer.start(5, 100)) {
      List<String> output =
          run(
              folder,
              "env",
              "-i",
              "PATH=/usr/bin:/bin",
              "JAVA_HOME=/nowhere",
              lab.toString(),
              "versus",
              "before=" + one.url(),
              "after=" + other.url(),
              "-u=2",
              "-t=1s",
              "--warmup=0",
              "--repeats=2",
              "--outdir=" + results);

      assertThat(results.resolve("report.html")).as("%s", output).exists();
      assertThat(output).anyMatch(line -> line.startsWith("9 plots in " + unpacked));
      assertThat(Files.readString(results.resolve("config.json"))).contains("\"git_commit\"");
    }
  }

  @Test
  void isAllThatTheRecipeForGitHubNeeds() throws IOException {
    for (String version : List.of("main", "branch")) {
      Path program = Files.createDirectories(folder.resolve(version)).resolve("run.sh");
      Files.writeString(program, "#!/bin/sh\nexec python3 -m http.server -b 127.0.0.1 \"$1\"\n");
      assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    run(
        folder,
        "setsid",
        "--wait",
        "env",
        "-i",
        "PATH=/usr/bin:/bin",
        "LAB_URL=file://" + archive(),
        "sh",
        "-c",
        "trap 'trap \"\" TERM; kill 0' EXIT\n" + recipe());

    assertThat(folder.resolve("results/report.html")).exists();
    assertThat(folder.resolve("gate.xml")).content().contains("<testsuite");
  }

  /** The steps of the page, on free ports and for a few seconds. */
  private static String recipe() throws IOException {
    Matcher shell = SHELL_OF_GITHUB.matcher(Files.readString(RECIPES));
    assertThat(shell.find()).isTrue();
    List<Integer> ports = tasktracker.stack.Ports.free(2, Set.of());
    return shell
        .group(1)
        .replace("8080", ports.getFirst().toString())
        .replace("8081", ports.getLast().toString())
        .replace("--gate 5%", "--gate 50% -u 4 -t 1s --warmup 0 --repeats 1");
  }

  private static String only(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(Path::toString)
          .filter(file -> file.endsWith(ending))
          .reduce((one, other) -> {
            throw new AssertionError("both " + one + " and " + other);
          })
          .orElseThrow();
    }
  }

  private static List<String> run(Path where, String... command) throws IOException {
    Process process =
        new ProcessBuilder(new ArrayList<>(List.of(command)))
            .directory(where.toFile())
            .redirectErrorStream(true)
            .start();
    List<String> lines = process.inputReader(UTF_8).readAllLines();
    assertThat(process.onExit().join().exitValue()).as(String.join("\n", lines)).isZero();
    return lines;
  }
}
