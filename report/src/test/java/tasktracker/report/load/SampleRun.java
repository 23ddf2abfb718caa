package tasktracker.report.load;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.http.HttpSettings;
import tasktracker.load.model.LoadModel;
import tasktracker.load.recording.Endpoint;
import tasktracker.load.recording.Latencies;
import tasktracker.load.recording.Outcome;
import tasktracker.load.recording.Recorder;
import tasktracker.load.scenario.Scenario;
import tasktracker.load.watch.SelfWatch;
import tasktracker.load.watch.WatchedSecond;

/** A run with made-up figures: a server that is away for a tenth of the time. */
final class SampleRun {
  private static final Instant START = Instant.parse("2026-11-24T10:15:00Z");
  private static final long SECOND = 1_000_000_000;
  private static final long QUEUE = 40_000_000;

  private final SplittableRandom random = new SplittableRandom(4);
  private final LoadModel model;
  private final int seconds;
  private final int perSecond;
  private final Recorder recorder;
  private String said = "{\"detail\":\"the database is <away> & \\\"gone\\\"\"}";

  SampleRun(LoadModel model, int seconds, int perSecond) {
    this.model = model;
    this.seconds = seconds;
    this.perSecond = perSecond;
    this.recorder = new Recorder(START, 0, model.hasSchedule());
  }

  /** Lets the server say this when it fails. */
  SampleRun saying(String words) {
    said = words;
    return this;
  }

  LoadResult result() {
    for (int second = 0; second < seconds; second++) {
      boolean away = second * 10 / seconds == 6;
      for (int i = 0; i < perSecond; i++) {
        request(second * SECOND + i * SECOND / perSecond, away);
      }
      if (model.hasSchedule() && away) {
        recorder.addDropped(second * SECOND);
      }
      recorder.collect((second + 1) * SECOND + SECOND / 2, away ? 180 : 64);
    }
    Throwable error = new IllegalStateException("no token in the answer");
    recorder.addError(error);
    HttpSettings http = HttpSettings.DEFAULT.withHeader("Authorization", "Bearer s3cr3t");
    LoadPlan plan =
        LoadPlan.of(
                URI.create("http://localhost:9000"), Scenario.of("tasktracker", _ -> null), model)
            .withMeasurement(Duration.ofSeconds(seconds))
            .withHttp(http);
    return new LoadResult(
        plan,
        START,
        START.plusSeconds(seconds),
        false,
        recorder.finish(seconds * SECOND, 64),
        new SelfWatch(watched(), OptionalDouble.of(0.012)));
  }

  private void request(long due, boolean away) {
    int kind = random.nextInt(10);
    Endpoint endpoint =
        kind < 7
            ? new Endpoint("GET", "[Tasks] List All")
            : kind < 9
                ? new Endpoint("POST", "[Tasks] Create")
                : new Endpoint("GET", "[Stats] Get");
    long waiting = model.hasSchedule() && random.nextInt(20) == 0 ? random.nextLong(QUEUE) : 50_000;
    long service = Math.round(Math.exp(random.nextGaussian() * 0.5 + 1.2) * 1e6);
    long end = due + waiting + service;
    boolean failed = away && random.nextInt(3) > 0;
    Outcome outcome =
        !failed ? Outcome.SUCCESS : kind < 5 ? Outcome.HTTP_ERROR : Outcome.CONNECT_REFUSED;
    recorder.add(endpoint, outcome, due, due + waiting, end, 445);
    if (outcome == Outcome.HTTP_ERROR) {
      String message =
          "HTTPError('503 Server Error: Service Unavailable for url: %s')"
              .formatted(endpoint.name());
      recorder.addFailure(endpoint, outcome, message, said, end);
    } else if (failed) {
      String message = "ConnectionRefusedError(111, 'Connection refused')";
      recorder.addFailure(endpoint, outcome, message, "Connection refused", end);
    }
  }

  private List<WatchedSecond> watched() {
    List<WatchedSecond> watched = new ArrayList<>();
    for (int second = 0; second < seconds; second++) {
      Latencies delay = delays(second);
      watched.add(
          new WatchedSecond(
              START.plusSeconds(second),
              Duration.ofSeconds(1),
              OptionalDouble.of(0.4 + random.nextDouble() * 0.2),
              2,
              delay,
              delay,
              Duration.ofMillis(3),
              Duration.ofMillis(2),
              OptionalDouble.of(0.01)));
    }
    return watched;
  }

  /** A thousand delays, of which one is long. */
  private Latencies delays(int second) {
    Recorder delays = new Recorder(START, 0, false);
    Endpoint probe = new Endpoint("", "probe");
    for (int i = 0; i < 1_000; i++) {
      long delay = i == 500 ? 1_000_000 + 100_000L * (second % 7) : 60_000;
      delays.add(probe, Outcome.SUCCESS, 0, 0, delay, 0);
    }
    return delays.finish(SECOND, 1).aggregated().latencies();
  }
}
