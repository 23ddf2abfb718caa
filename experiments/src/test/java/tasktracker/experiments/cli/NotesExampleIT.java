package tasktracker.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.stack.docker.DockerEngine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The example of two servers in containers, at one level and for a few seconds: what its users
 * wrote is read back after their database was killed.
 */
class NotesExampleIT {
  private static final Path EXAMPLE = Launcher.CHECKOUT.resolve("examples/notes");

  private static final Map<String, String> IMAGES =
      Map.of(
          "BASE_IMAGE", "tasktracker/debian:local", "POSTGRES_IMAGE", "tasktracker/postgres:local");

  @TempDir private Path folder;

  @Test
  void asksForEveryWriteAfterTheDatabaseWasKilled() throws IOException {
    DockerEngine.require();
    assumeTrue(DockerEngine.succeeds("compose", "version"), "no Docker Compose 2");
    Path file =
        Files.writeString(
            folder.resolve("notes.yaml"),
            Files.readString(EXAMPLE.resolve("experiment.yaml"))
                .replace("[compose.yaml]", "[" + EXAMPLE.resolve("compose.yaml") + "]")
                .replace("scenario: notes.yaml", "scenario: " + EXAMPLE.resolve("notes.yaml"))
                .replaceAll(
                    "(?m)^load: .*", "load: { levels: [4], duration: 4s, warmup: 2s, repeats: 1 }")
                .replaceAll(
                    "users: 10, inject_at: 10s, duration: 30s",
                    "users: 10, inject_at: 5s, duration: 18s")
                .replaceAll("(?m)^slos: .*", ""));
    SweptFolder results = new SweptFolder(folder.resolve("results"));

    Launcher.Ended ended =
        Launcher.start(IMAGES, "run", file.toString(), "--outdir=" + results.path()).end();

    SweptFolder.deletePlots(ended);
    assertThat(ended.status()).as(ended.text()).isZero();
    assertThat(results.lines())
        .hasSize(2)
        .allSatisfy(run -> assertThat(run.path("total_failures").asLong()).isZero());
    for (String server : new String[] {"threads", "event_loop"}) {
      JsonNode failure =
          new JsonMapper()
              .readTree(
                  results
                      .path()
                      .resolve("failures/kill_db/" + server + "/failure_results.json")
                      .toFile());
      JsonNode ledger = failure.path("ledger");
      assertThat(ledger.path("accounts").asInt()).as("accounts of " + server).isEqualTo(10);
      assertThat(ledger.path("acknowledged").asLong()).isGreaterThan(50);
      assertThat(ledger.path("unknown").asLong()).as("writes while it was down").isPositive();
      assertThat(ledger.path("lost").asLong() + ledger.path("duplicate").asLong()).isZero();
      assertThat(ledger.path("unexpected").asLong()).isZero();
      assertThat(ledger.path("unread").isEmpty()).isTrue();
    }
  }
}
