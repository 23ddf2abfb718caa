package tasktracker.load.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Recordings of several generators become one without any loss. */
class RecordingTest {
  private static final long SECOND = 1_000_000_000;
  private static final Outcome[] OUTCOMES = Outcome.values();

  @RepeatedTest(20)
  void partsTogetherAreWhatOneRecorderWouldHaveRecorded(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    Recorder whole = new Recorder(Instant.EPOCH, 0, true);
    Recorder[] parts = {new Recorder(Instant.EPOCH, 0, true), new Recorder(Instant.EPOCH, 0, true)};
    for (int i = 0; i < 500; i++) {
      Recorder part = parts[random.nextInt(parts.length)];
      Endpoint endpoint = new Endpoint("GET", "E" + random.nextInt(3));
      Outcome outcome = OUTCOMES[random.nextInt(OUTCOMES.length)];
      long due = random.nextLong(3 * SECOND);
      long sent = due + random.nextLong(SECOND / 100);
      long end = Math.min(3 * SECOND, sent + random.nextLong(SECOND / 4));
      int size = random.nextInt(1_000);
      boolean dropped = random.nextInt(20) == 0;
      for (Recorder recorder : new Recorder[] {whole, part}) {
        recorder.add(endpoint, outcome, due, sent, end, size);
        if (outcome != Outcome.SUCCESS) {
          recorder.addFailure(endpoint, outcome, outcome.name(), "the same", end);
        }
        if (dropped) {
          recorder.addDropped(due);
          recorder.addReconnect();
        }
      }
    }

    Recording together = parts[0].finish(3 * SECOND, 2).plus(parts[1].finish(3 * SECOND, 3));

    assertThat(together).isEqualTo(whole.finish(3 * SECOND, 5));
  }

  @RepeatedTest(20)
  void latenciesReadBackAsTheyWere(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    Recorder recorder = new Recorder(Instant.EPOCH, 0, false);
    for (int i = random.nextInt(300); i > 0; i--) {
      long latency = random.nextLong(1L << random.nextInt(10, 42));
      recorder.add(new Endpoint("GET", "E"), Outcome.SUCCESS, 0, 0, latency, 1);
    }
    Latencies latencies = recorder.finish(SECOND, 1).aggregated().latencies();

    assertThat(Latencies.fromBytes(latencies.toBytes())).isEqualTo(latencies);
  }

  @Test
  void otherBytesAreRefused() {
    assertThatThrownBy(() -> Latencies.fromBytes(new byte[] {1, 2, 3}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
