package tasktracker.load.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.Phase;
import tasktracker.load.http.HttpSettings;
import tasktracker.load.model.Arrivals;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.LoadModel;
import tasktracker.load.model.OpenModel;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.recording.Endpoint;
import tasktracker.load.recording.Latencies;
import tasktracker.load.recording.Outcome;
import tasktracker.load.recording.Recorder;
import tasktracker.load.recording.Recording;
import tasktracker.load.recording.Second;
import tasktracker.load.watch.SelfWatch;
import tasktracker.load.watch.WatchedSecond;

class WireTest {
  private static final Instant END = Instant.EPOCH.plusSeconds(3_600);
  private static final ScenarioSource SINGLE =
      new ScenarioSource.Single("POST", "/a?b=c", "{\"ä\":\n1}", "application/json");
  private static final ScenarioSource YAML =
      new ScenarioSource.Yaml("shop.yaml", "tasks:\n  - path: /\n", null, "");

  static final List<Message> MESSAGES =
      List.of(
          new Message.Begin(
              order(SINGLE, new ClosedModel(5, 2.5, ThinkTime.parse("1s-2s"))),
              0,
              2,
              Duration.ofMillis(-7)),
          new Message.Begin(
              order(YAML, ClosedModel.paced(5, 2, Duration.ofMillis(30))), 1, 2, Duration.ZERO),
          new Message.Begin(
              order(
                  new ScenarioSource.Named("tasktracker", 20),
                  new OpenModel(Arrivals.parse("poisson(100/s..500/s over 30s)"), 9)),
              1,
              3,
              Duration.ZERO),
          new Message.ClockQuestion(19),
          new Message.ClockAnswer(19, Instant.EPOCH.plusNanos(1)),
          new Message.Alive(),
          new Message.Agreed(Phase.RAMP_UP, Instant.parse("2026-11-24T10:15:00.123456789Z")),
          new Message.Stop(),
          new Message.Ready(Phase.MEASUREMENT, Instant.EPOCH),
          new Message.Entered(Phase.WARM_UP, Instant.EPOCH),
          new Message.Glance(
              Phase.MEASUREMENT,
              3,
              Optional.of(recording().seconds().getFirst()),
              4,
              Duration.ofMillis(1_500)),
          new Message.Measured(0, recording().seconds().getFirst()),
          new Message.Watched(watched(Instant.EPOCH)),
          new Message.Done(Instant.EPOCH, Instant.EPOCH, true, 1, recording(), SelfWatch.NONE),
          new Message.Failed("no \"luck\"\nat all"));

  @ParameterizedTest
  @FieldSource("MESSAGES")
  void whatIsReceivedIsWhatWasSent(Message message) throws Exception {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    new Wire(InputStream.nullInputStream(), sent).send(message);

    Wire receiving = new Wire(new ByteArrayInputStream(sent.toByteArray()), sent);
    assertThat(receiving.receive()).contains(message);
    assertThat(receiving.receive()).isEmpty();
  }

  @Test
  void anOrderBecomesThePlanAgain() {
    LoadPlan plan = order(SINGLE, new OpenModel(Arrivals.constant(7), 9)).toPlan();

    assertThat(plan.model()).isEqualTo(new OpenModel(Arrivals.constant(7), 9));
    assertThat(plan.http().headers()).containsEntry("Accept", "*/*");
    assertThat(plan.scenario().name()).isEqualTo("POST /a?b=c");
    assertThat(plan.seed()).isEqualTo(42);
  }

  @Test
  void dataComesAlongAndNoFileIsNamed(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("people.csv"), "person\nAda\n");
    String yaml = "data: people.csv\ntasks:\n  - path: /${person}\n";
    ScenarioSource source = new ScenarioSource.Yaml("shop.yaml", yaml, folder.toString());
    ByteArrayOutputStream sent = new ByteArrayOutputStream();

    new Wire(InputStream.nullInputStream(), sent)
        .send(
            new Message.Begin(
                order(source, new OpenModel(Arrivals.constant(7), 9)), 0, 1, Duration.ZERO));

    String line = sent.toString(StandardCharsets.UTF_8);
    assertThat(line).contains("person\\nAda").doesNotContain(folder.toString(), "folder");
    Files.delete(folder.resolve("people.csv"));
    Message.Begin begin =
        (Message.Begin)
            new Wire(new ByteArrayInputStream(sent.toByteArray()), sent).receive().orElseThrow();
    assertThat(begin.order().toPlan().scenario().name()).isEqualTo("shop");
  }

  @Test
  void aFolderThatIsNamedAllTheSameIsNotLookedAt(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("people.csv"), "person\nAda\n");
    ScenarioSource.Yaml source =
        new ScenarioSource.Yaml("shop.yaml", "data: people.csv\ntasks: [{path: /}]", null, "");
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    new Wire(InputStream.nullInputStream(), sent)
        .send(
            new Message.Begin(
                order(source, new OpenModel(Arrivals.constant(7), 9)), 0, 1, Duration.ZERO));
    String forged =
        sent.toString(StandardCharsets.UTF_8)
            .replace("\"data\":\"\"", "\"folder\":\"%s\"".formatted(folder));

    Wire receiving =
        new Wire(new ByteArrayInputStream(forged.getBytes(StandardCharsets.UTF_8)), sent);
    Message.Begin begin = (Message.Begin) receiving.receive().orElseThrow();

    assertThat(forged).contains(folder.toString());
    assertThatThrownBy(() -> begin.order().toPlan())
        .hasMessageContaining("people.csv has no rows below its header");
  }

  @Test
  void whatIsNoMessageIsRefused() {
    InputStream noise = new ByteArrayInputStream("hello\n".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(new Wire(noise, OutputStream.nullOutputStream())::receive)
        .hasMessageStartingWith("not a message: ");
  }

  @Test
  void aResultOfAnHourHasALineForEverySecond() throws Exception {
    int seconds = 3_600;
    Message.Done whole =
        new Message.Done(Instant.EPOCH, END, false, seconds, hour(), hourOfWatching());
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    Wire sending = new Wire(InputStream.nullInputStream(), sent);
    LoadPlan plan = order(SINGLE, new OpenModel(Arrivals.constant(7), 9)).toPlan();
    for (Message message :
        WorkerSession.messages(
            new LoadResult(plan, Instant.EPOCH, END, false, whole.recording(), whole.watch()),
            List.of())) {
      sending.send(message);
    }

    List<String> lines = sent.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines)
        .hasSize(2 * seconds + 1)
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(4_000));
    List<Second> measured = new ArrayList<>();
    List<WatchedSecond> watched = new ArrayList<>();
    Wire receiving = new Wire(new ByteArrayInputStream(sent.toByteArray()), sent);
    for (int i = 0; i < seconds; i++) {
      measured.add(((Message.Measured) receiving.receive().orElseThrow()).second());
    }
    for (int i = 0; i < seconds; i++) {
      watched.add(((Message.Watched) receiving.receive().orElseThrow()).second());
    }
    Message.Done end = (Message.Done) receiving.receive().orElseThrow();
    assertThat(end.with(measured, watched)).isEqualTo(whole);
  }

  private static Recording hour() {
    Recorder recorder = new Recorder(Instant.EPOCH, 0, true);
    long second = 1_000_000_000;
    for (long end = second; end <= 3_600 * second; end += second) {
      recorder.add(new Endpoint("GET", "/"), Outcome.SUCCESS, end - 9_000, end - 7_000, end - 1, 5);
      recorder.collect(end + Recorder.GRACE.toNanos(), 3);
    }
    return recorder.finish(3_600 * second, 3);
  }

  private static SelfWatch hourOfWatching() {
    return new SelfWatch(
        LongStream.range(0, 3_600).mapToObj(Instant::ofEpochSecond).map(WireTest::watched).toList(),
        OptionalDouble.of(0.01));
  }

  private static WatchedSecond watched(Instant start) {
    return new WatchedSecond(
        start,
        Duration.ofSeconds(1),
        OptionalDouble.of(0.5),
        2,
        Latencies.NONE,
        Latencies.NONE,
        Duration.ZERO,
        Duration.ZERO,
        OptionalDouble.empty());
  }

  private static LoadOrder order(ScenarioSource source, LoadModel model) {
    LoadPlan plan =
        LoadPlan.of(URI.create("http://localhost:9000"), SINGLE.open(), model)
            .withHttp(HttpSettings.DEFAULT.withHeader("Accept", "*/*"))
            .withWarmUp(Duration.ofMillis(1))
            .withSeed(42);
    return LoadOrder.of(plan, source);
  }

  private static Recording recording() {
    Recorder recorder = new Recorder(Instant.EPOCH, 0, true);
    Endpoint list = new Endpoint("GET", "List");
    recorder.add(list, Outcome.SUCCESS, 0, 1_000_000, 3_000_000, 17);
    recorder.add(list, Outcome.RESPONSE_TIMEOUT, 0, 2_000_000, 900_000_000, 0);
    recorder.addFailure(list, Outcome.RESPONSE_TIMEOUT, "ReadTimeout('…')", "<x>", 900_000_000);
    recorder.addError(new IllegalStateException("broken"));
    recorder.addDropped(5);
    return recorder.finish(1_000_000_000, 3);
  }
}
