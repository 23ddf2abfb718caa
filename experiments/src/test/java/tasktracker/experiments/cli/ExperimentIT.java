package tasktracker.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Experiments in one file, of file servers that the lab starts. */
class ExperimentIT {
  private static final String SERVER =
      Path.of(System.getProperty("java.home"), "bin", "jwebserver").toString();

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void prepare() throws IOException {
    Files.writeString(folder.resolve("index.html"), "hello");
    file = folder.resolve("experiment.yaml");
  }

  private void describe(String path, String more) throws IOException {
    Files.writeString(
        file,
        """
        name: files
        architectures:
          one: {command: [%1$s, -b, 127.0.0.1, -p, "{port}", -d, %2$s], health: /}
          other: {command: [%1$s, -b, 127.0.0.1, -p, "{port}", -d, %2$s], health: /}
        workload:
          tasks:
            - {name: Page, path: %3$s, expect: 200}
        load: {levels: [2], duration: 2s, warmup: 1s, repeats: 1, think_time: 5ms, seed: 1}
        %4$s
        """
            .formatted(SERVER, folder, path, more));
  }

  @Test
  void isCheckedAndCarriedOutWithHooksAndFaultsAndGoesOn() throws IOException {
    describe(
        "/index.html",
        """
        hooks:
          setup: ["echo set up"]
          prepare: [[sh, -c, "echo $SYSTEM_NAME at $SYSTEM_URL"]]
          cleanup: [["echo", "all done"]]
        faults:
          - {fault: "kill:duration=1s", target: server, users: 5, inject_at: 5s, duration: 9s}
        slos: ["Page: p50<1us every 2s", "error_rate<1%"]
        """);

    Launcher.Ended checked = Launcher.run("check", file.toString());

    assertThat(checked.status()).as(checked.text()).isZero();
    assertThat(checked.text())
        .contains("GET Page", "Plan: 2 systems × 1 level (2 users) × 1 repetition = 2 runs of 2s")
        .contains("then: kill of server in one, other, under a load of 9s")
        .contains("Ready: ./tasktracker run " + file);

    SweptFolder results = new SweptFolder(folder.resolve("results"));
    Path junit = folder.resolve("slos.xml");
    Launcher.Ended ended =
        Launcher.run("run", file.toString(), "--outdir=" + results.path(), "--junit=" + junit);

    assertThat(ended.status()).as(ended.text()).isEqualTo(1);
    assertThat(ended.text()).contains("Page: p50 < 0.001 ms every 2s", "missed", "met");
    assertThat(junit).content().contains("tests=\"4\"", "failures=\"2\"");
    assertThat(results.path().resolve("summary.md"))
        .content()
        .contains("| Objective | Users | Architecture | Measured | Verdict |");
    assertThat(results.lines())
        .hasSize(2)
        .allSatisfy(run -> {
          assertThat(run.path("total_failures").asLong()).isZero();
          assertThat(run.path("resources").path("totals").path("avg_mem_bytes").asDouble())
              .isPositive();
        });
    assertThat(results.path().resolve("report.html")).exists();
    assertThat(results.path().resolve("hooks/setup_0.log")).hasContent("set up");
    assertThat(results.path().resolve("hooks/cleanup_0.log")).hasContent("all done");
    assertThat(results.path().resolve("hooks/prepare_start_0.log"))
        .content()
        .contains("one at http://127.0.0.1:", "other at http://127.0.0.1:");
    assertThat(results.path().resolve("failures/kill_server/one/failure_results.json")).exists();
    assertThat(results.path().resolve("failures/kill_server/other/failure_results.json")).exists();

    Files.delete(file);
    Launcher.Ended resumed = Launcher.run("sweep", "--resume", results.path().toString());
    assertThat(resumed.status()).as(resumed.text()).isEqualTo(1);
    assertThat(results.lines()).hasSize(2);
    SweptFolder.deletePlots(ended);
    SweptFolder.deletePlots(resumed);
  }

  @Test
  void isNotReadyWhenARequestFails() throws IOException {
    describe("/absent.html", "");

    Launcher.Ended checked = Launcher.run("check", file.toString());

    assertThat(checked.status()).as(checked.text()).isEqualTo(1);
    assertThat(checked.text()).contains("404", "Not ready: correct what failed");
  }

  @Test
  void endsWithTheLastLinesOfAHookThatFailsAndCleansUp() throws IOException {
    describe(
        "/index.html",
        """
        hooks:
          setup: [[sh, -c, "echo no database; exit 4"]]
          cleanup: ["echo cleaned"]
        """);
    Path results = folder.resolve("results");

    Launcher.Ended ended = Launcher.run("run", file.toString(), "--outdir=" + results);

    assertThat(ended.status()).as(ended.text()).isEqualTo(3);
    assertThat(String.join("\n", ended.err()))
        .contains("hook setup[0]", "ended with exit code 4", "no database");
    assertThat(results.resolve("hooks/cleanup_0.log")).hasContent("cleaned");
  }

  @Test
  void beginsWithAFileThatIsNeverOverwritten() throws IOException {
    Launcher.Ended first = Launcher.run("init", folder.toString());

    assertThat(first.status()).as(first.text()).isZero();
    String text = Files.readString(file);
    assertThat(text).contains("architectures:", "workload:");
    assertThat(Launcher.run("init", folder.toString()).status()).isEqualTo(2);
    assertThat(file).hasContent(text);
  }
}
