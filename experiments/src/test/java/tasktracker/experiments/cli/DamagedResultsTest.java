package tasktracker.experiments.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in a results folder is named by file, line and key; the rest is used if it can. */
class DamagedResultsTest {
  private static final String HEADING =
      "Timestamp,User Count,Type,Name,Requests/s,Failures/s,Total Request Count";
  private static final String ROW = "%d,10,,Aggregated,9.5,0.0,95";

  @TempDir private Path parent;
  private SmallFolder folder;

  @BeforeEach
  void createFolder() throws IOException {
    folder = SmallFolder.of(parent.resolve("sweep"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "concurrency": 10     | "concurrency": 10.5      | concurrency: must be a whole number, not 10.5
          "concurrency": 10     | "concurrency": null      | a run needs users
          "concurrency": 10     | "concurrency": [1]       | concurrency: must be a number, not a list
          "concurrency": 10     | "concurrency": 99999999999 | concurrency: must be at most 10000000
          "duration_s": 10      | "duration_s": 100000000.0 | duration_s: must be at most 604800
          "duration_s": 10      | "duration_s": 1000000000000.0 | duration_s: must be at most 604800
          "duration_s": 10      | "duration_s": "soon"     | duration_s: must be a number, not soon
          "throughput_rps": 95.0 | "throughput_rps": -5    | throughput_rps: must be at least 0, not -5
          "latency_p95_ms": 7.2 | "latency_p95_ms": -1     | latency_p95_ms: must be at least 0, not -1
          "error_rate": 0.0     | "error_rate": 250        | error_rate: must be at most 100
          "total_requests": 950 | "total_requests": 0.5    | total_requests: must be a whole number, not 0.5
          "arch": "monolith"    | "arch": null             | a run needs an architecture
          "arch": "monolith"    | "arch": "a", "arch": "b" | arch
          run_000               | run_\\u0000              | raw_csv_path: must not hold the character NUL
          "2026-11-24T10:15:00Z" | "+999999999-01-01T00:00:00Z" | start_ts: must be a time between
          "resources": null     | "resources": {"containers": {"a": {"summary": {"avg_cpu_percent": -3}}}} | resources.containers.a.summary.avg_cpu_percent: must be at least 0
          "resources": null     | "repetition": -1         | repetition: must be at least 1
          """)
  void namesLineAndKeyOfAFigureThatCannotBe(String right, String wrong, String mistake)
      throws IOException {
    folder.change(1, right, wrong);

    assertRefused(folder.file("results.jsonl") + ", line 1", mistake);
  }

  @Test
  void namesTheLineOfAKeyInAFileOfManyLines() throws IOException {
    Files.delete(folder.file("results.jsonl"));
    Files.writeString(
        folder.file("all_results.json"),
        "[\n" + folder.line(1) + ",\n{\"arch\": \"m\",\n\"concurrency\": 1.5}]\n");

    assertRefused(
        folder.file("all_results.json") + ", line 4, [1].concurrency: must be a whole number");
  }

  @Test
  void countsARepeatedLineOnce() throws IOException {
    folder.add(folder.line(1)).add(folder.line(2));

    Ran ran = analyze();

    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("results.jsonl, line 7: repeats a run, as 1 more lines; every run counts once");
    assertThat(Files.readString(folder.file("analysis.json"))).doesNotContain("ACROSS_REPETITIONS");
  }

  @Test
  void refusesTwoRunsThatClaimOneFile() throws IOException {
    folder.add(folder.line(1).replace("95.0", "96.0"));

    assertRefused(
        "results.jsonl, line 7, raw_csv_path: run_000_monolith_c10/stats_stats.csv belongs to");
  }

  @ParameterizedTest
  @ValueSource(strings = {"config.json", "results.jsonl", "failures.jsonl", "analysis.json"})
  void namesAFileThatIsNotUtf8(String name) throws IOException {
    Files.write(folder.file(name), "{\"cpu_model\":\"Größe\"}\n".getBytes(ISO_8859_1));

    Ran ran = Ran.of(name.equals("analysis.json") ? "report" : "analyze", folder.path());

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains(folder.file(name) + ", line 1: not UTF-8").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"config.json", "results.jsonl", "failures.jsonl"})
  void refusesWhatIsNoRegularFileWithoutReadingIt(String name) throws Exception {
    Files.deleteIfExists(folder.file(name));
    Assertions.assertEquals(
        0, new ProcessBuilder("mkfifo", folder.file(name).toString()).start().waitFor());

    Ran ran = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), this::analyze);

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains(folder.file(name) + ": must be a regular file").hasLineCount(1);
  }

  @Test
  void refusesAFolderADeviceAndALinkThatLeadsNowhere() throws IOException {
    Path config = folder.file("config.json");
    Files.delete(config);
    Files.createDirectory(config);
    assertRefused(config + ": must be a regular file, this is a folder");

    Files.delete(config);
    Files.createSymbolicLink(config, Path.of("/dev/zero"));
    assertRefused(config + ": must be a regular file, this is a pipe or a device");

    Files.delete(config);
    Files.createSymbolicLink(config, Path.of("/nowhere"));
    assertRefused(config + ": cannot be read: a link to /nowhere, which is not there");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"architectures": "monolith"} | architectures: must be a list of text
          {"repeats": -1}               | repeats: must be a whole number
          {"replicas": 1.5}             | replicas: must be a whole number
          {"until_sure": "yes"}         | until_sure: must be true or false
          {"environment": {"cpus": "x"}} | environment.cpus: must be a whole number
          {"start_time": {}}            | start_time: must be text
          []                            | must hold keys with values
          """)
  void namesTheKeyOfAConfigurationThatCannotBe(String config, String mistake) throws IOException {
    Files.writeString(folder.file("config.json"), config);

    assertRefused(folder.file("config.json") + ", line 1", mistake);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Timestamp,User Count,Type,Name,Total Request Count           | %d.0,10,,Aggregated,95
          "Timestamp","User Count","Type","Name","Total Request Count" | "%d","10","","Aggregated","95"
          Timestamp;User Count;Type;Name;Total Request Count           | %d;10;;Aggregated;95
          \uFEFFTimestamp,User Count,Name,Total Request Count          | %d.25,10,Aggregated,95
          """)
  void readsHistoriesOfAnyLocust(String heading, String row) throws IOException {
    folder.history(1, heading, row);

    Ran ran = analyze();

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).doesNotContain("stats_stats_history.csv");
  }

  @Test
  void leavesOutTheRowsOfAHistoryThatAreNone() throws IOException {
    Path history = folder.history(1, HEADING, ROW);
    Files.writeString(
        history, Files.readString(history).replace((SmallFolder.BEGIN + 3) + ",10", "soon,-4"));

    assertThat(analyze().out())
        .contains(history + ", line 5: not a row of the history: left out; the rest is used");
  }

  @Test
  void saysWhichColumnsAHistoryLacks() throws IOException {
    Path history = folder.history(1, "Time,Users", "%d,10");

    assertThat(analyze().out()).contains(history + ", line 1: left out, the columns Timestamp");
  }

  @ParameterizedTest
  @ValueSource(strings = {"truncated", "bad base64", "garbage", "not UTF-8"})
  void leavesOutTheLinesOfALogThatHoldNoHistogram(String damage) throws IOException {
    Path log = folder.latencies(1);
    String text = Files.readString(log);
    int last = text.stripTrailing().lastIndexOf('\n') + 1;
    byte[] damaged =
        switch (damage) {
          case "truncated" -> text.substring(0, text.length() - 30).getBytes(UTF_8);
          case "bad base64" ->
              (text.substring(0, last) + text.substring(last).replaceAll(",[A-Za-z0-9+/]+", ",!!"))
                  .getBytes(UTF_8);
          case "garbage" -> (text.substring(0, last) + "garbage\n").getBytes(UTF_8);
          default -> (text.substring(0, last) + "Größe\n").getBytes(ISO_8859_1);
        };
    Files.write(log, damaged);

    Ran ran = analyze();

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains(log + ", line ")
        .contains(": left out, no histogram; the rest is used");
  }

  @Test
  void usesNoLogThatIsFarTooShortForItsMeasurement() throws IOException {
    Path log = folder.latencies(1);
    folder.change(1, "\"duration_s\": 10", "\"duration_s\": 600000");

    assertThat(analyze().out())
        .contains(log + ": left out, it ends after 10 s of a measurement of 600000 s");
  }

  private Ran analyze() {
    return Ran.of("analyze", folder.path());
  }

  private void assertRefused(String... parts) {
    Ran ran = analyze();
    assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(2);
    assertThat(ran.err()).contains(parts).hasLineCount(1).doesNotContain("Exception");
  }
}
