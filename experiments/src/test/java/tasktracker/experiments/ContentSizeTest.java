package tasktracker.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import tasktracker.load.recording.Endpoint;
import tasktracker.load.recording.Outcome;
import tasktracker.load.recording.Recorder;

class ContentSizeTest {
  private static final long SECOND = 1_000_000_000;
  private static final Endpoint LIST = new Endpoint("GET", "list");
  private static final Endpoint ONE = new Endpoint("GET", "one");

  private final Recorder recorder = new Recorder(Instant.EPOCH, 0, false);

  @Test
  void isTheSameWhenOnlyTheMixChanged() {
    add(0, LIST, 6000, 10);
    add(0, ONE, 300, 40);
    add(2, LIST, 6000, 40);
    add(2, ONE, 300, 10);

    ContentSize size = ContentSize.of(recorder.finish(3 * SECOND, 1)).orElseThrow();

    assertThat(size.firstThird()).isCloseTo(3150, within(1e-9));
    assertThat(size.lastThird()).isCloseTo(3150, within(1e-9));
  }

  @Test
  void growsWithTheAnswers() {
    add(0, LIST, 6000, 20);
    add(2, LIST, 9000, 20);

    ContentSize size = ContentSize.of(recorder.finish(3 * SECOND, 1)).orElseThrow();

    assertThat(size).isEqualTo(new ContentSize(6000, 9000));
  }

  @Test
  void isUnknownOfAMeasurementTooShortToDivide() {
    add(0, LIST, 6000, 20);

    assertThat(ContentSize.of(recorder.finish(2 * SECOND, 1))).isEmpty();
  }

  private void add(int second, Endpoint endpoint, int bytes, int times) {
    for (int i = 0; i < times; i++) {
      long end = second * SECOND + i;
      recorder.add(endpoint, Outcome.SUCCESS, end - 1_000_000, end - 1_000_000, end, bytes);
    }
  }
}
