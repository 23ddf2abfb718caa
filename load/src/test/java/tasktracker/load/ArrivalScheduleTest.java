package tasktracker.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tasktracker.load.model.Arrivals;
import tasktracker.load.recording.Recorder;

class ArrivalScheduleTest {
  private static final long SECOND = 1_000_000_000;
  private static final long START = 7 * SECOND;
  private static final Duration RAMP_UP = Duration.ofSeconds(2);

  @Test
  void rampsUpHoldsTheFirstRateAndFollowsTheModelFromTheMeasurementOn() {
    ArrivalSchedule schedule = schedule("10/s..30/s over 2s", LoadShare.WHOLE);
    schedule.measure(measurement(4, 7));

    assertThat(perSecond(drain(schedule)))
        .as("two seconds of ramp-up, two of warm-up, three of measurement")
        .containsExactly(3, 7, 10, 10, 15, 25, 30);
  }

  @Test
  void theMeasurementMayBeAnnouncedWhenItsFirstArrivalsHaveBeenPlanned() {
    ArrivalSchedule schedule = schedule("1/s", LoadShare.WHOLE);
    while (schedule.next() < START + 4 * SECOND) {
      schedule.advance();
    }
    schedule.measure(new Measurement(START + 3 * SECOND, START + 5 * SECOND, recorder()));

    assertThat(drain(schedule)).containsExactly(START + 3 * SECOND, START + 4 * SECOND);
  }

  @Test
  void nobodyArrivesBeforeAMeasurementThatBeginsWithNobody() {
    ArrivalSchedule schedule = schedule("0/s for 1s, 2/s for 1s", LoadShare.WHOLE);
    assertThat(schedule.next()).isGreaterThan(START + 1_000_000 * SECOND);

    schedule.measure(measurement(3, 5));

    assertThat(drain(schedule))
        .containsExactly(START + 4 * SECOND, START + 4 * SECOND + SECOND / 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000/s", "poisson(1000/s)", "poisson(100/s..900/s over 1s)"})
  void sharesTogetherAreTheWhole(String arrivals) {
    List<Long> whole = drained(arrivals, LoadShare.WHOLE);

    List<Long> together =
        IntStream.range(0, 3)
            .mapToObj(worker -> drained(arrivals, new LoadShare(worker, 3)))
            .flatMap(List::stream)
            .sorted()
            .toList();

    assertThat(together).isEqualTo(whole).hasSizeGreaterThan(2_000);
  }

  @Test
  void arrivalsDrawOtherNumbersThanTheUsers() {
    SplittableRandom users = RandomStreams.of(1).users();
    List<Long> ofUsers =
        Stream.generate(() -> Math.round(users.split().nextExponential() * SECOND))
            .limit(100)
            .toList();

    ArrivalSchedule schedule =
        new ArrivalSchedule(
            Arrivals.parse("poisson(1/s)"), Duration.ZERO, START, LoadShare.WHOLE, 1);

    assertThat(ofUsers).doesNotContain(schedule.next() - START).doesNotHaveDuplicates();
  }

  private static List<Long> drained(String arrivals, LoadShare share) {
    ArrivalSchedule schedule = schedule(arrivals, share);
    schedule.measure(measurement(3, 6));
    return drain(schedule);
  }

  private static ArrivalSchedule schedule(String arrivals, LoadShare share) {
    return new ArrivalSchedule(Arrivals.parse(arrivals), RAMP_UP, START, share, 1);
  }

  private static Measurement measurement(int fromSecond, int toSecond) {
    return new Measurement(START + fromSecond * SECOND, START + toSecond * SECOND, recorder());
  }

  private static Recorder recorder() {
    return new Recorder(Instant.EPOCH, START, true);
  }

  private static List<Long> drain(ArrivalSchedule schedule) {
    List<Long> due = new ArrayList<>();
    while (!schedule.isOver()) {
      due.add(schedule.next());
      schedule.advance();
    }
    return due;
  }

  private static int[] perSecond(List<Long> due) {
    int[] counts = new int[7];
    due.forEach(nanos -> counts[(int) ((nanos - START) / SECOND)]++);
    return counts;
  }
}
