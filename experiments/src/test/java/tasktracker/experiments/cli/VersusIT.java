package tasktracker.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two servers of somebody else, as processes of this machine, against each other. */
class VersusIT {
  @TempDir Path parent;

  @Test
  void findsWhichOneWasSlowedAndAccountsToEachWhatItUsed() {
    try (PlantedServer quick = PlantedServer.start(5, 100);
        PlantedServer slow = PlantedServer.start(15, 100)) {
      SweptFolder folder = new SweptFolder(parent.resolve("versus"));

      Path junit = parent.resolve("gate.xml");

      Launcher.Ended ended =
          versus(
              folder,
              "before=" + quick.url(),
              "after=" + slow.url(),
              "--gate=20%",
              "--gate-metric=p95,throughput",
              "--junit=" + junit);

      assertThat(ended.status()).as(ended.text()).isEqualTo(1);
      assertThat(ended.text())
          .contains("First before against itself", "Differences that show today", "Failed");
      assertThat(junit).content().contains("p95 latency at 4 users", "failures=\"2\"");
      assertThat(ended.text())
          .contains("Before is ahead at 4 users")
          .contains("While one was measured, the other stayed up");
      assertThat(folder.lines())
          .hasSize(6)
          .allSatisfy(run -> {
            assertThat(run.path("total_failures").asLong()).isZero();
            assertThat(run.path("resources").path("totals").path("avg_cpu_percent").asDouble())
                .isPositive();
            assertThat(run.path("resources").path("totals").path("avg_mem_bytes").asDouble())
                .isPositive();
          });
      assertThat(verdicts(folder, "latency_p95_ms")).containsOnly("worse");
      assertThat(verdicts(folder, "throughput_rps")).containsOnly("worse");
      assertThat(parent.resolve("versus/report.html")).exists();
      assertThat(parent.resolve("versus/slides.pptx")).exists();
      assertThat(Launcher.run("analyze", folder.path().toString()).status()).isZero();
      assertThat(Launcher.run("sweep", "--resume", folder.path().toString()).status()).isZero();
      assertThat(folder.lines()).hasSize(6);
      SweptFolder.deletePlots(ended);
    }
  }

  @Test
  void saysThatASystemAndItselfDifferByNoise() {
    try (PlantedServer server = PlantedServer.start(5, 100)) {
      SweptFolder folder = new SweptFolder(parent.resolve("versus"));

      Launcher.Ended ended =
          versus(folder, "a=" + server.url(), "b=" + server.url(), "--repeats=1");

      assertThat(ended.status()).as(ended.text()).isZero();
      assertThat(ended.text()).contains("Whatever differs between a and b is noise");
      // Five milliseconds of sleep are most of a request, whatever the machine does meanwhile.
      for (JsonNode level :
          folder.json("analysis.json").path("comparisons").get(0).path("levels")) {
        if (List.of("latency_p95_ms", "throughput_rps").contains(level.path("metric").asString())
            && !level.path("effect").isNull()) {
          assertThat(level.path("effect").path("value").asDouble()).isBetween(0.5, 2.0);
        }
      }
      SweptFolder.deletePlots(ended);
    }
  }

  @Test
  void comparesNoFiguresOfAnswersThatDifferInSize() {
    try (PlantedServer one = PlantedServer.start(5, 1000);
        PlantedServer other = PlantedServer.start(5, 2000)) {
      SweptFolder folder = new SweptFolder(parent.resolve("versus"));

      Launcher.Ended ended = versus(folder, "a=" + one.url(), "b=" + other.url(), "--repeats=1");

      assertThat(ended.status()).as(ended.text()).isZero();
      assertThat(ended.text())
          .contains("Not comparable: a and b did different work")
          .contains("answers of GET / have 1000 bytes at a and 2000 at b");
      assertThat(verdicts(folder, "latency_p95_ms")).containsOnly("not_comparable");
      SweptFolder.deletePlots(ended);
    }
  }

  @Test
  void saysInOneLineThatATargetDoesNotAnswerAndWritesNothing() {
    Path folder = parent.resolve("versus");
    String dead;
    try (PlantedServer server = PlantedServer.start(0, 1)) {
      dead = server.url();
    }

    Launcher.Ended ended = Launcher.run("versus", "a=" + dead, "b=" + dead, "--outdir=" + folder);

    assertThat(ended.status()).as(ended.text()).isEqualTo(3);
    assertThat(ended.err())
        .singleElement()
        .asString()
        .contains("a does not answer at " + dead, "start it, or correct its URL");
    assertThat(folder).doesNotExist();
  }

  private static Launcher.Ended versus(SweptFolder folder, String... targets) {
    List<String> words = new ArrayList<>(List.of("versus", "-u=4", "-t=3s", "--warmup=1s"));
    words.add("--outdir=" + folder.path());
    words.addAll(List.of(targets));
    return Launcher.run(words.toArray(String[]::new));
  }

  private static List<String> verdicts(SweptFolder folder, String metric) {
    return folder
        .json("analysis.json")
        .path("comparisons")
        .get(0)
        .path("levels")
        .valueStream()
        .filter(level -> level.path("metric").asString().equals(metric))
        .map(level -> level.path("verdict").asString())
        .toList();
  }
}
