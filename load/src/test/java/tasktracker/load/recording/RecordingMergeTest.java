package tasktracker.load.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever several generators record of one measurement, together it is what one would have. */
class RecordingMergeTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<Outcome> OUTCOMES = List.of(Outcome.values());
  private static final int USERS = 6;

  private final RuntimeException broken = new IllegalStateException("broken");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void partsTogetherAreTheWhole(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    boolean scheduled = random.nextBoolean();
    Duration length = Duration.ofMillis(random.nextLong(500, 5_500));
    Recorder whole = new Recorder(START, 0, scheduled);
    List<Recorder> parts =
        IntStream.range(0, 3).mapToObj(_ -> new Recorder(START, 0, scheduled)).toList();
    long[] moments = random.longs(2_000, 0, length.toNanos()).sorted().toArray();
    for (int i = 0; i < moments.length; i++) {
      Recorder part = parts.get(random.nextInt(parts.size()));
      for (Recorder recorder : List.of(whole, part)) {
        recordSomething(new SplittableRandom(seed + i), moments[i], recorder);
        recorder.collect(moments[i], recorder == whole ? USERS : USERS / 3);
      }
    }

    Recording together =
        parts.stream()
            .map(part -> part.finish(length.toNanos(), USERS / 3))
            .reduce(Recording::plus)
            .orElseThrow();

    assertThat(together).isEqualTo(whole.finish(length.toNanos(), USERS));
  }

  private void recordSomething(SplittableRandom random, long moment, Recorder recorder) {
    Endpoint endpoint = new Endpoint("GET", "/" + random.nextInt(4));
    long late = random.nextLong(100_000);
    long took = Math.round(random.nextExponential() * Math.pow(10, random.nextInt(4, 12)));
    switch (random.nextInt(12)) {
      case 0 -> recorder.addDropped(moment);
      case 1 -> recorder.addReconnect();
      case 2 -> recorder.addAwaited();
      case 3 -> recorder.addError(broken);
      default -> {
        Outcome outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
        recorder.add(endpoint, outcome, moment - took - late, moment - took, moment, 445);
        if (outcome != Outcome.SUCCESS) {
          recorder.addFailure(endpoint, outcome, "message", "at " + moment, moment);
        }
      }
    }
  }
}
