package tasktracker.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Failure experiments from the command to the files, on real stacks. */
class FailureIT {
  @TempDir Path parent;

  private Path folder;

  @BeforeEach
  void requireFreePorts() {
    Ports.requireFree();
    folder = parent.resolve("failure");
  }

  @ParameterizedTest
  @CsvSource({"tasktracker_task_service, stop-start, false", "tasktracker_user_db, kill, true"})
  void breaksBothArchitecturesAndLosesNothing(String target, String mode, boolean hitsLogIn)
      throws IOException {
    Launcher.Ended ended =
        failure(
                "--arch=both",
                "--target-service=" + target,
                "--failure-mode=" + mode,
                "--downtime=2",
                "--duration-seconds=12")
            .end();

    assertThat(ended.status()).as(ended.text()).isZero();
    assertThat(ended.text()).contains("No acknowledged write is lost", "clean", "15 plots in ");
    SweptFolder.deletePlots(ended);
    assertThat(folder).isDirectoryContaining("glob:**/failure_report.html");
    assertThat(folder).isDirectoryContaining("glob:**/summary.md");
    for (String architecture : List.of("monolith", "microservices")) {
      assertThat(files(folder.resolve(architecture)))
          .contains(
              "failure_results.json",
              "latency.hlog",
              "ledger_findings.jsonl",
              "locust.log",
              "report.html",
              "stats_exceptions.csv",
              "stats_failures.csv",
              "stats_stats.csv",
              "stats_stats_history.csv");
      assertWasBroken(results(architecture), mode);
    }
    assertThat(results("microservices").at("/injection/target_service").asString())
        .isEqualTo(target);
    assertThat(failedLogIns("microservices") > 0).isEqualTo(hitsLogIn);
    assertThat(failedLogIns("monolith")).isPositive();
    assertThat(Ports.taken()).isEmpty();
  }

  /** Of the probe, which asks about twice a second, and is in no total. */
  private long failedLogIns(String architecture) throws IOException {
    JsonNode results = results(architecture);
    long all = 0;
    long failed = 0;
    long logIns = 0;
    for (JsonNode endpoint : results.path("endpoints")) {
      long requests = sum(endpoint.path("requests"));
      all += requests;
      if (endpoint.path("name").asString().equals("[Auth] Login")) {
        logIns = requests;
        failed = sum(endpoint.path("failures"));
      }
    }
    int seconds = results.at("/time_series/timestamps").size();
    assertThat(logIns).isBetween(1L, 2L * seconds + 1);
    assertThat(results.at("/stats/total_requests").asLong()).isEqualTo(all - logIns);
    return failed;
  }

  private static long sum(JsonNode counts) {
    return counts.valueStream().mapToLong(JsonNode::asLong).sum();
  }

  private static void assertWasBroken(JsonNode results, String mode) {
    JsonNode injection = results.path("injection");
    assertThat(injection.path("failure_mode").asString()).isEqualTo(mode);
    assertThat(injection.path("success").asBoolean()).isTrue();
    double start = injection.path("inject_start_epoch").asDouble();
    double end = injection.path("inject_end_epoch").asDouble();
    assertThat(end - start).isGreaterThanOrEqualTo(2);
    JsonNode series = results.path("time_series");
    int length = series.path("timestamps").size();
    assertThat(length).isPositive();
    series.forEach(figures -> assertThat(figures).hasSize(length));
    for (int i = 0; i < length; i++) {
      if (series.path("timestamps").path(i).asDouble() + 1 <= start) {
        assertThat(series.path("failures_per_second").path(i).asDouble()).isZero();
      }
    }
    assertThat(results.at("/service_level/failed").asLong()).isPositive();
    JsonNode ledger = results.path("ledger");
    assertThat(ledger.path("accounts").asInt()).isEqualTo(10);
    assertThat(ledger.path("acknowledged").asLong()).isGreaterThan(200);
    assertThat(ledger.path("lost").asLong()).isZero();
    assertThat(ledger.path("duplicate").asLong()).isZero();
    assertThat(ledger.path("unexpected").asLong()).isZero();
    assertThat(ledger.path("unread")).isEmpty();
  }

  @Test
  void undoesTheFaultAndReadsTheAccountsBackOnCtrlC() throws IOException {
    Launcher.Running running =
        failure(
            "--arch=monolith", "--failure-mode=pause", "--downtime=10", "--duration-seconds=30");
    running.awaitLine(line -> line.contains("10/10 users") && line.contains("measurement"));
    // Ten seconds later the process stands still.
    running.awaitLine(line -> line.contains("measurement"));

    running.signal("INT");
    Launcher.Ended ended = running.end();

    assertThat(ended.status()).as(ended.text()).isEqualTo(130);
    assertThat(Ports.taken()).isEmpty();
    SweptFolder.deletePlots(ended);
    JsonNode results = results("");
    assertThat(results.path("interrupted").asBoolean()).isTrue();
    assertThat(results.at("/stats/total_requests").asLong()).isPositive();
    assertThat(results.at("/ledger/accounts").asInt()).isEqualTo(10);
    assertThat(results.at("/ledger/acknowledged").asLong()).isGreaterThan(200);
    assertThat(results.at("/ledger/lost").asLong()).isZero();
    assertThat(results.at("/ledger/unread")).isEmpty();
  }

  private Launcher.Running failure(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "failure",
                "--concurrency=10",
                "--spawn-rate=10",
                "--warmup=fixed",
                "--inject-at=5",
                "--outdir=" + folder));
    arguments.addAll(List.of(more));
    return Launcher.start(arguments.toArray(String[]::new));
  }

  private JsonNode results(String below) throws IOException {
    return JsonMapper.shared()
        .readTree(Files.readString(folder.resolve(below).resolve("failure_results.json")));
  }

  private static List<String> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
