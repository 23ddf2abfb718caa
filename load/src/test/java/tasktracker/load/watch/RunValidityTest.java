package tasktracker.load.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tasktracker.load.recording.Endpoint;
import tasktracker.load.recording.Latencies;
import tasktracker.load.recording.LatencyRecorder;
import tasktracker.load.recording.Outcome;
import tasktracker.load.recording.Recorder;
import tasktracker.load.recording.Recording;

class RunValidityTest {
  private static final Duration LENGTH = Duration.ofSeconds(1);
  private static final Latencies PROMPT = millis(LongStream.generate(() -> 0).limit(100));
  private static final Endpoint HOME = new Endpoint("GET", "/");

  @Test
  void aRunWithoutAnythingAgainstItIsValid() {
    assertThat(judge(second(0.2, PROMPT, PROMPT, 0), 0.01, recording(40, 0)))
        .isEqualTo(new RunValidity(Validity.VALID, List.of()));
  }

  @Test
  void aBusyGeneratorIsSuspectAndASaturatedOneInvalid() {
    assertThat(judge(second(0.8, PROMPT, PROMPT, 0), 0, recording(40, 0)))
        .isEqualTo(
            new RunValidity(
                Validity.SUSPECT, List.of("the generator kept 80.0 % of its processors busy")));
    assertThat(judge(second(0.97, PROMPT, PROMPT, 0), 0, recording(40, 0)).verdict())
        .isEqualTo(Validity.INVALID);
  }

  @Test
  void aLateProbeCountsBesideWhatWasMeasured() {
    Latencies late = millis(LongStream.range(0, 100).map(i -> i < 97 ? 0 : 12));

    assertThat(judge(second(0, late, PROMPT, 0), 0, recording(40, 0)))
        .isEqualTo(
            new RunValidity(
                Validity.SUSPECT,
                List.of(
                    "a probe of the generator woke up to 12.0 ms late (p99), the measured p99 is 40.0 ms")));
    assertThat(judge(second(0, late, PROMPT, 0), 0, recording(400, 0)).verdict())
        .as("12 ms are little beside 400 ms")
        .isEqualTo(Validity.VALID);
  }

  @Test
  void arrivalsHandedOutLateAreNamed() {
    Latencies late = millis(LongStream.generate(() -> 60).limit(100));
    Recorder recorder = new Recorder(Instant.EPOCH, 0, true);
    for (int i = 0; i < 100; i++) {
      recorder.add(HOME, Outcome.SUCCESS, 0, 60_000_000, 100_000_000, 0);
    }

    RunValidity validity =
        judge(second(0, PROMPT, late, 0), 0, recorder.finish(LENGTH.toNanos(), 1));

    assertThat(validity.verdict()).isEqualTo(Validity.INVALID);
    assertThat(validity.reasons())
        .containsExactly(
            "half of the arrivals were handed to their users 60.0 ms late or more, the median"
                + " service time is 40.0 ms",
            "arrivals were handed to their users up to 60.0 ms late (p99), the measured p99 is"
                + " 100.0 ms");
  }

  @Test
  void standstillsAndGarbageCollectionAreNamed() {
    Latencies once = millis(LongStream.range(0, 1_000).map(i -> i < 999 ? 0 : 400));

    assertThat(judge(second(0, once, PROMPT, 20), 0, recording(40, 0)))
        .isEqualTo(
            new RunValidity(
                Validity.SUSPECT,
                List.of(
                    "the generator once stood still for 400 ms",
                    "garbage collection stopped the generator for 2.0 % of the time")));
  }

  @Test
  void droppedArrivalsAreSuspectAndManyInvalid() {
    Latencies of1000 = millis(LongStream.generate(() -> 0).limit(1_000));

    assertThat(judge(second(0, PROMPT, of1000, 0), 0, recording(40, 1)))
        .isEqualTo(
            new RunValidity(
                Validity.SUSPECT, List.of("arrivals dropped because all users were busy: 1")));
    assertThat(judge(second(0, PROMPT, of1000, 0), 0, recording(40, 50)).verdict())
        .isEqualTo(Validity.INVALID);
    assertThat(judge(second(0, PROMPT, PROMPT, 0), 0, recording(40, 2)).verdict())
        .as("2 of 100 arrivals, however many requests each of the others made")
        .isEqualTo(Validity.INVALID);
  }

  @Test
  void timeOfUsersThatNobodyAccountsForIsNamedAndTheWorstComesFirst() {
    assertThat(judge(second(0.8, PROMPT, PROMPT, 0), 0.3, recording(40, 0)))
        .isEqualTo(
            new RunValidity(
                Validity.INVALID,
                List.of(
                    "users spent 30.0 % of their time neither waiting nor thinking (Little's law)",
                    "the generator kept 80.0 % of its processors busy")));
  }

  @Test
  void aRunWithoutRequestsIsInvalid() {
    Recording nothing = new Recorder(Instant.EPOCH, 0, false).finish(LENGTH.toNanos(), 1);

    assertThat(RunValidity.of(SelfWatch.NONE, nothing, LENGTH))
        .isEqualTo(new RunValidity(Validity.INVALID, List.of("no request was measured")));
  }

  @Test
  void aRunWhoseConnectionsTheGeneratorCouldNotOpenIsInvalidAndNamesTheLimit() {
    Recorder recorder = new Recorder(Instant.EPOCH, 0, false);
    String message = "OSError('Too many open files, the limit of the generator is 64 (ulimit -n)')";
    for (int i = 0; i < 1_000; i++) {
      recorder.add(HOME, Outcome.SUCCESS, 0, 0, 40_000_000, 0);
    }
    for (int i = 0; i < 3; i++) {
      recorder.add(HOME, Outcome.GENERATOR_LIMIT, 0, 0, 1_000, 0);
      recorder.addFailure(HOME, Outcome.GENERATOR_LIMIT, message, "", 1_000);
    }

    assertThat(judge(second(0.2, PROMPT, PROMPT, 0), 0, recorder.finish(LENGTH.toNanos(), 1)))
        .isEqualTo(
            new RunValidity(
                Validity.INVALID,
                List.of("the generator could not open a connection: 3 × " + message)));
  }

  private static RunValidity judge(WatchedSecond second, double residual, Recording recording) {
    SelfWatch watch = new SelfWatch(List.of(second), OptionalDouble.of(residual));
    return RunValidity.of(watch, recording, LENGTH);
  }

  private static WatchedSecond second(
      double cpu, Latencies probe, Latencies release, long gcMillis) {
    Duration gc = Duration.ofMillis(gcMillis);
    return new WatchedSecond(
        Instant.EPOCH,
        LENGTH,
        OptionalDouble.of(2 * cpu),
        2,
        probe,
        release,
        gc,
        gc,
        OptionalDouble.empty());
  }

  private static Recording recording(long latencyMillis, int dropped) {
    Recorder recorder = new Recorder(Instant.EPOCH, 0, false);
    for (int i = 0; i < 1_000; i++) {
      recorder.add(HOME, Outcome.SUCCESS, 0, 0, latencyMillis * 1_000_000, 0);
    }
    for (int i = 0; i < dropped; i++) {
      recorder.addDropped(0);
    }
    return recorder.finish(LENGTH.toNanos(), 1);
  }

  private static Latencies millis(LongStream millis) {
    LatencyRecorder recorder = new LatencyRecorder();
    millis.forEach(each -> recorder.add(each * 1_000_000));
    return recorder.drain();
  }
}
