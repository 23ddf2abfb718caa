package tasktracker.report.locust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.recording.Endpoint;
import tasktracker.load.recording.Outcome;
import tasktracker.load.recording.Recorder;
import tasktracker.load.scenario.Scenario;
import tasktracker.load.watch.SelfWatch;

class LocustFilesTest {
  private static final Instant START = Instant.parse("2026-01-17T19:20:48.250Z");
  private static final long SECOND = 1_000_000_000;
  private static final Endpoint LIST = new Endpoint("GET", "[Tasks] List All");
  private static final Endpoint CREATE = new Endpoint("POST", "[Tasks] Create, \"quoted\"");

  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    LocustFiles.write(result(), folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stats_stats.csv",
        "stats_stats_history.csv",
        "stats_failures.csv",
        "stats_exceptions.csv",
        "locust.log"
      })
  void writesWhatItWroteBefore(String file) throws IOException {
    try (InputStream golden = getClass().getResourceAsStream(file)) {
      assertThat(folder.resolve(file))
          .hasContent(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void latencyLogReadsBackWithOneTaggedHistogramPerEndpointAndSecond() throws IOException {
    List<Histogram> histograms = new ArrayList<>();
    try (HistogramLogReader reader =
        new HistogramLogReader(folder.resolve("latency.hlog").toFile())) {
      for (EncodableHistogram next = reader.nextIntervalHistogram();
          next != null;
          next = reader.nextIntervalHistogram()) {
        histograms.add((Histogram) next);
      }
    }

    assertThat(histograms)
        .extracting(Histogram::getTag)
        .containsExactly(
            "POST%20[Tasks]%20Create%2C%20\"quoted\"",
            "POST%20[Tasks]%20Create%2C%20\"quoted\"#failed",
            "GET%20[Tasks]%20List%20All",
            "GET%20[Tasks]%20List%20All");
    assertThat(histograms).extracting(Histogram::getTotalCount).containsExactly(1L, 1L, 4L, 1L);
    assertThat(histograms.getFirst().getStartTimeStamp()).isEqualTo(START.toEpochMilli());
    assertThat(histograms.getLast().getStartTimeStamp())
        .isEqualTo(START.plusSeconds(2).toEpochMilli());
    assertThat(histograms.getLast().getMaxValue()).isEqualTo(1_500);
  }

  @Test
  void reportIsOneSmallFileWithoutAnyLinkToTheNetwork() throws IOException {
    String report = Files.readString(folder.resolve("report.html"));

    assertThat(report)
        .contains("[Tasks] List All", "HTTPError(&#39;503", "&lt;no&gt;", "data-chart")
        .doesNotContain("src=", "@import");
    assertThat(report.length()).isLessThan(400_000);
  }

  @Test
  void aRunWithoutRequestsHasNothingAvailable() throws IOException {
    Recorder recorder = new Recorder(START, 0, false);
    LocustFiles.write(result(recorder, Duration.ofSeconds(1)), folder);

    assertThat(Files.readAllLines(folder.resolve("stats_stats.csv")).getLast())
        .isEqualTo(",Aggregated,0,0,0,0.0,0,0,0,0.0,0.0" + ",N/A".repeat(11));
    assertThat(Files.readAllLines(folder.resolve("stats_stats_history.csv")).getLast())
        .isEqualTo(
            "1768677648,2,,Aggregated,0.000000,0.000000" + ",N/A".repeat(11) + ",0,0,0,0.0,0,0,0");
  }

  private static LoadResult result() {
    Recorder recorder = new Recorder(START, 0, false);
    for (int i = 1; i <= 4; i++) {
      add(recorder, LIST, Outcome.SUCCESS, i * SECOND / 10, i * 1_234_567L, 4_000 + i);
    }
    add(recorder, LIST, Outcome.SUCCESS, 2 * SECOND + 1, 1_500_000, 4_000);
    add(recorder, CREATE, Outcome.SUCCESS, SECOND / 2, 12_000_000, 300);
    add(recorder, CREATE, Outcome.HTTP_ERROR, SECOND / 2, 30_250_000, 20);
    String message = "HTTPError('503 Server Error: Service Unavailable for url: [Tasks] Create')";
    recorder.addFailure(CREATE, Outcome.HTTP_ERROR, message, "<no>", SECOND / 2);
    Throwable error = new IllegalStateException("broken, script");
    error.setStackTrace(
        new StackTraceElement[] {new StackTraceElement("Shopper", "buy", "Shopper.java", 7)});
    recorder.addError(error);
    recorder.addReconnect();
    return result(recorder, Duration.ofSeconds(3));
  }

  private static LoadResult result(Recorder recorder, Duration length) {
    LoadPlan plan =
        LoadPlan.of(
            URI.create("http://localhost:9000"),
            Scenario.of("shop", _ -> null),
            new ClosedModel(2, 10, ThinkTime.parse("50ms-150ms")));
    return new LoadResult(
        plan,
        START,
        START.plus(length),
        false,
        recorder.finish(length.toNanos(), 2),
        SelfWatch.NONE);
  }

  private static void add(
      Recorder recorder, Endpoint endpoint, Outcome outcome, long end, long latency, int bytes) {
    recorder.add(endpoint, outcome, end - latency, end - latency, end, bytes);
  }
}
