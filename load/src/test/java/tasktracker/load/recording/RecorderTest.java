package tasktracker.load.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RecorderTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final long START_NANOS = 5_000;
  private static final long SECOND = 1_000_000_000;
  private static final Endpoint HOME = new Endpoint("GET", "Home");
  private static final Endpoint ABOUT = new Endpoint("GET", "About");

  private final Recorder recorder = new Recorder(START, START_NANOS, false);

  @Test
  void countsARequestInTheSecondInWhichItEnded() {
    addAt(0, HOME);
    addAt(SECOND - 1, HOME);
    addAt(SECOND, HOME);

    Recording recording = finish(Duration.ofSeconds(3));

    assertThat(recording.seconds())
        .extracting(second -> second.aggregated().requests())
        .containsExactly(2L, 1L, 0L);
    assertThat(recording.seconds())
        .extracting(Second::start)
        .containsExactly(START, START.plusSeconds(1), START.plusSeconds(2));
  }

  @Test
  void aRequestThatIsToldLateStillCountsInItsSecond() {
    recorder.collect(START_NANOS + SECOND + Recorder.GRACE.toNanos() - 1, 1);
    addAt(SECOND - 1, HOME);
    recorder.collect(START_NANOS + SECOND + Recorder.GRACE.toNanos(), 1);

    assertThat(recorder.latest().orElseThrow().aggregated().requests()).isEqualTo(1);
  }

  @Test
  void countsRequestsInFlightAtTheEndInTheLastSecond() {
    addAt(2 * SECOND - 1, HOME);
    addAt(30 * SECOND, HOME);

    Recording recording = finish(Duration.ofSeconds(2));

    assertThat(recording.seconds())
        .extracting(second -> second.aggregated().requests())
        .containsExactly(0L, 2L);
    assertThat(recording.aggregated().requests()).isEqualTo(2);
  }

  @Test
  void aRestOfASecondHasItsOwnLength() {
    addAt(SECOND + 1, HOME);

    Recording recording = finish(Duration.ofMillis(1_250));

    Second last = recording.seconds().getLast();
    assertThat(last.length()).isEqualTo(Duration.ofMillis(250));
    assertThat(last.aggregated().requestsPerSecond(last.length())).isEqualTo(4.0);
  }

  @Test
  void keepsSuccessesAndFailuresApart() {
    add(HOME, Outcome.SUCCESS, 1_000_000, 10);
    add(HOME, Outcome.HTTP_ERROR, 9_000_000, 30);

    EndpointStatistics home = finish(Duration.ofSeconds(1)).endpoints().getFirst();

    assertThat(home.successful().max()).contains(Duration.ofMillis(1));
    assertThat(home.failed().min()).contains(Duration.ofMillis(9));
    assertThat(home.latencies().mean()).contains(Duration.ofMillis(5));
    assertThat(home.meanContentSize()).isEqualTo(20.0);
    assertThat(home.errorRate()).isEqualTo(0.5);
  }

  @Test
  void joinsFailuresOfOneMessage() {
    for (int second = 3; second >= 1; second--) {
      recorder.addFailure(
          HOME, Outcome.HTTP_ERROR, "500", "body " + second, START_NANOS + second * SECOND);
    }
    recorder.addFailure(ABOUT, Outcome.HTTP_ERROR, "500", "", START_NANOS);

    List<Failures> failures = finish(Duration.ofSeconds(4)).failures();

    assertThat(failures).hasSize(2);
    assertThat(failures.getLast())
        .isEqualTo(
            new Failures(
                HOME,
                Outcome.HTTP_ERROR,
                "500",
                "body 1",
                3,
                START.plusSeconds(1),
                START.plusSeconds(3)));
  }

  @Test
  void tellsResponseTimeFromServiceTimeWhereRequestsHaveASchedule() {
    Recorder scheduled = new Recorder(START, START_NANOS, true);
    scheduled.add(HOME, Outcome.SUCCESS, START_NANOS, START_NANOS + 7_000, START_NANOS + 9_000, 0);

    EndpointStatistics home = scheduled.finish(START_NANOS + SECOND, 1).endpoints().getFirst();

    assertThat(home.latencies().max()).contains(Duration.ofNanos(9_000));
    assertThat(home.serviceTimes().max()).contains(Duration.ofNanos(2_000));
  }

  @Test
  void countsOutcomesByEndpointAndSecond() {
    List<Outcome> outcomes = List.of(Outcome.values());
    for (int i = 0; i < outcomes.size(); i++) {
      for (int times = 0; times <= i; times++) {
        add(HOME, outcomes.get(i), 1_000, 0);
        add(ABOUT, outcomes.get(i), 1_000, 0);
      }
    }

    Recording recording = finish(Duration.ofSeconds(2));

    for (int i = 0; i < outcomes.size(); i++) {
      Outcome outcome = outcomes.get(i);
      assertThat(recording.seconds().getFirst().endpoints())
          .extracting(statistics -> statistics.count(outcome))
          .containsExactly(i + 1L, i + 1L);
      assertThat(recording.aggregated().count(outcome)).isEqualTo(2L * (i + 1));
      assertThat(recording.seconds().getLast().aggregated().count(outcome)).isZero();
    }
  }

  @Test
  void countsDroppedArrivalsInTheSecondInWhichTheyWereDue() {
    recorder.addDropped(START_NANOS + SECOND);
    recorder.collect(START_NANOS + 3 * SECOND, 1);
    recorder.addDropped(START_NANOS + SECOND + 1);
    recorder.addDropped(START_NANOS + 9 * SECOND);

    Recording recording = finish(Duration.ofSeconds(3));

    assertThat(recording.seconds()).extracting(Second::dropped).containsExactly(0L, 2L, 1L);
    assertThat(recording.dropped()).isEqualTo(3);
  }

  @Test
  void nothingIsLostAndEverySecondIsExactUnderConcurrency() throws InterruptedException {
    int threads = 16;
    int perThread = 20_000;
    List<Thread> users = new ArrayList<>();
    long[][] expected = new long[threads][10];
    for (int t = 0; t < threads; t++) {
      int user = t;
      users.add(
          Thread.startVirtualThread(() -> {
            SplittableRandom random = new SplittableRandom(user);
            for (int i = 0; i < perThread; i++) {
              int second = random.nextInt(4);
              expected[user][second]++;
              addAt(second * SECOND + random.nextLong(SECOND), i % 3 == 0 ? HOME : ABOUT);
            }
          }));
    }
    for (Thread user : users) {
      user.join();
    }

    Recording recording = finish(Duration.ofSeconds(4));

    for (int second = 0; second < 4; second++) {
      long sum = 0;
      for (long[] counts : expected) {
        sum += counts[second];
      }
      assertThat(recording.seconds().get(second).aggregated().requests()).isEqualTo(sum);
    }
    assertThat(recording.aggregated().requests()).isEqualTo((long) threads * perThread);
    assertThat(recording.endpoints())
        .extracting(EndpointStatistics::endpoint)
        .containsExactly(ABOUT, HOME);
  }

  @Test
  void recordsALatencyBeyondTheLongestBucketWithItsExactMaximum() {
    Duration hour = Duration.ofHours(1);
    add(HOME, Outcome.SUCCESS, hour.toNanos(), 0);

    Latencies latencies = finish(Duration.ofSeconds(1)).aggregated().latencies();
    assertThat(latencies.max()).contains(hour);
    assertThat(latencies.beyondRange()).isEqualTo(1);
  }

  @Test
  void thousandsOfEndpointsTakeLittleMemory() {
    int count = 5_000;
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < count; i++) {
      add(new Endpoint("GET", "/" + (count + i)), Outcome.SUCCESS, 1_000L * (i + 1), 1);
    }

    Recording recording = finish(Duration.ofSeconds(1));

    assertThat(threads.getCurrentThreadAllocatedBytes() - before)
        .as("a histogram for each would take 430 MB")
        .isLessThan(200_000_000);
    assertThat(recording.endpoints())
        .hasSize(count)
        .allSatisfy(each -> assertThat(each.requests()).isEqualTo(1));
    assertThat(recording.aggregated().requests()).isEqualTo(count);
    assertThat(recording.aggregated().latencies().sum())
        .isEqualTo(Duration.ofNanos(1_000L * count * (count + 1) / 2));
  }

  @Test
  void countsTheLastOfManyEndpointsLikeTheFirst() {
    addMany("/0");
    for (int i = 0; i < 2_000; i++) {
      add(new Endpoint("GET", "/1/" + i), Outcome.SUCCESS, 1, 0);
    }
    addMany("/2");

    List<EndpointStatistics> endpoints = finish(Duration.ofSeconds(1)).endpoints();

    EndpointStatistics last = endpoints.getLast();
    assertThat(last.endpoint().name()).isEqualTo("/2");
    assertThat(last.failures()).isEqualTo(600);
    assertThat(last)
        .usingRecursiveComparison()
        .ignoringFields("endpoint")
        .isEqualTo(endpoints.getFirst());
  }

  private void addMany(String name) {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 3_000; i++) {
      long latency = (long) Math.exp(10 + 12 * random.nextDouble());
      Outcome outcome = i % 5 == 0 ? Outcome.HTTP_ERROR : Outcome.SUCCESS;
      add(new Endpoint("GET", name), outcome, latency, 3);
    }
  }

  private void add(Endpoint endpoint, Outcome outcome, long latency, int bytes) {
    recorder.add(
        endpoint, outcome, START_NANOS - latency, START_NANOS - latency, START_NANOS, bytes);
  }

  private void addAt(long offset, Endpoint endpoint) {
    long end = START_NANOS + offset;
    recorder.add(endpoint, Outcome.SUCCESS, end - 1_000_000, end - 1_000_000, end, 10);
  }

  private Recording finish(Duration length) {
    return recorder.finish(START_NANOS + length.toNanos(), 1);
  }
}
