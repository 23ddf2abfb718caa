package tasktracker.load.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tasktracker.load.recording.ForeignRecorder.Span;

class ForeignRecorderTest {
  private static final Endpoint PAGE = new Endpoint("GET", "Page");

  @Test
  void countsLikeTheRecorderOfTheLabWhateverTheOrder() {
    ForeignRecorder foreign = new ForeignRecorder();
    Recorder own = new Recorder(Instant.ofEpochSecond(100), 0, false);
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      long nanos = (long) Math.exp(10 + 8 * random.nextDouble());
      foreign.add(100 + random.nextInt(3), PAGE, Outcome.SUCCESS, nanos, 10);
      own.add(PAGE, Outcome.SUCCESS, 0, 0, nanos, 10);
    }

    EndpointStatistics expected = own.finish(3_000_000_000L, 1).aggregated();
    EndpointStatistics counted =
        foreign.part(foreign.span().orElseThrow()).recording().aggregated();

    assertThat(counted.successful()).isEqualTo(expected.successful());
    assertThat(counted.contentBytes()).isEqualTo(expected.contentBytes());
  }

  @Test
  void knowsWhenAllUsersRanAndKeepsTheirNumberUntilItIsToldAnew() {
    ForeignRecorder recorder = new ForeignRecorder();
    recorder.users(10, 1);
    recorder.users(12, 5);
    recorder.users(15, 5);
    recorder.users(16, 2);

    assertThat(recorder.atFullLoad()).contains(new Span(12, 16));
    assertThat(recorder.part(new Span(11, 18)).recording().seconds())
        .extracting(Second::users)
        .containsExactly(1, 5, 5, 5, 5, 2, 2);
  }

  @Test
  void refusesMoreThanAWeekAndMoreEndpointsThanFitIntoMemory() {
    ForeignRecorder recorder = new ForeignRecorder(3);
    recorder.add(0, PAGE, Outcome.SUCCESS, 1, 0);
    recorder.add(0, PAGE, Outcome.SUCCESS, 1, 0);
    recorder.add(1, PAGE, Outcome.SUCCESS, 1, 0);
    recorder.add(2, PAGE, Outcome.SUCCESS, 1, 0);

    assertThatThrownBy(() -> recorder.add(3, PAGE, Outcome.SUCCESS, 1, 0))
        .hasMessageContaining("more than 3 endpoints");
    assertThatThrownBy(() -> recorder.users(ForeignRecorder.LONGEST, 1))
        .hasMessageContaining("at most a week");
  }
}
