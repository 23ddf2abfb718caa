package tasktracker.experiments.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive runs where it is unpacked, with nothing but the tools of a shell beside it. */
class ArchiveIT {
  @TempDir private Path folder;

  @Test
  void comparesTwoServersWithoutJdkAndMaven() throws IOException {
    Launcher.run("--version");
    Path archive = Launcher.CHECKOUT.resolve("dist/archive.sh");
    assertThat(run(folder, "sh", archive.toString(), "test")).last().asString().contains(" MiB");
    Path unpacked = Files.createDirectories(folder.resolve("a folder"));
    run(unpacked, "tar", "-xzf", only(Launcher.CHECKOUT.resolve("dist/target"), ".tar.gz"));
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
