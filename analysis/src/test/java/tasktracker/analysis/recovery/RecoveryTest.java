package tasktracker.analysis.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static tasktracker.analysis.recovery.SimulatedLoad.START;
import static tasktracker.analysis.recovery.SimulatedLoad.at;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import tasktracker.analysis.recovery.SimulatedLoad.Fate;

/** Loads with a known outage, recovery and smear give exactly these figures. */
class RecoveryTest {

  @RepeatedTest(100)
  void findsTheFiguresThatWereSimulated(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    // Hundredths of a second, on which the requests end.
    int effective = random.nextInt(500, 3_000);
    int undone = effective + random.nextInt(1, 2_000);
    int served = undone + random.nextInt(100, 500);
    int smeared = served + random.nextInt(0, 800);
    int tepid = smeared + random.nextInt(0, 800);
    SimulatedLoad load =
        new SimulatedLoad(
            100,
            time -> {
              int now = (int) (time.toMillis() / 10);
              if (now >= effective && now < served) {
                return Fate.FAILED;
              }
              if (now >= served && now < smeared) {
                return Fate.after(Duration.ofMillis(60));
              }
              return now >= smeared && now < tepid ? Fate.after(Duration.ofMillis(23)) : Fate.OK;
            });

    Recovery recovery =
        load.recovery(window(effective / 100.0, undone / 100.0, Optional.of(served / 100.0)));

    assertThat(recovery.detect()).contains(Timing.of(Duration.ZERO));
    assertThat(recovery.outage()).contains(Timing.of(hundredths(served - 1 - effective)));
    assertThat(recovery.down()).isEqualTo(Timing.of(hundredths(served - effective)));
    assertThat(recovery.ready()).isEqualTo(Timing.of(hundredths(served - undone)));
    assertThat(recovery.recover())
        .contains(Timing.of(hundredths(100 * secondAfter(served, smeared) - undone)));
    assertThat(recovery.warm())
        .contains(
            Timing.of(
                hundredths(100 * secondAfter(secondAfter(served, smeared) * 100, tepid) - undone)));
  }

  /**
   * The first whole second with at most five of a hundred requests, so that p95 and goodput do not
   * notice, or no failure, before {@code until}.
   */
  private static int secondAfter(int failing, int slow) {
    int free = Math.ceilDiv(failing, 100);
    int fast = slow % 100 <= 5 ? slow / 100 : slow / 100 + 1;
    return Math.max(free, fast);
  }

  @Test
  void measuresDetectionToTheRequest() {
    SimulatedLoad load =
        new SimulatedLoad(60, time -> between(time, 20.37, 30) ? Fate.FAILED : Fate.OK);

    Recovery recovery = load.recovery(window(20.05, 30, Optional.of(30.0)));

    assertThat(recovery.detect()).contains(Timing.of(Duration.ofMillis(320)));
    assertThat(recovery.outage()).contains(Timing.of(Duration.ofMillis(9_620)));
  }

  @Test
  void doesNotTakeAnOutageForOverThatHasNotEnded() {
    SimulatedLoad load =
        new SimulatedLoad(60, time -> between(time, 20, 60) ? Fate.FAILED : Fate.OK);

    Recovery recovery = load.recovery(window(20, 30, Optional.empty()));

    assertThat(recovery.recoveredAt()).isEmpty();
    assertThat(recovery.recover()).contains(Timing.moreThan(Duration.ofSeconds(30)));
    assertThat(recovery.recover().map(Timing::toString)).contains("> 30.0 s");
    assertThat(recovery.warm()).contains(Timing.moreThan(Duration.ofSeconds(30)));
    assertThat(recovery.ready()).isEqualTo(Timing.moreThan(Duration.ofSeconds(30)));
    assertThat(recovery.down()).isEqualTo(Timing.moreThan(Duration.ofSeconds(40)));
    assertThat(recovery.outage()).contains(Timing.moreThan(Duration.ofMillis(39_990)));
  }

  @Test
  void claimsNoMoreThanTheLastBadSecondWhenTheGoodOnesAreTooFew() {
    SimulatedLoad load =
        new SimulatedLoad(60, time -> between(time, 20, 57) ? Fate.FAILED : Fate.OK);

    Recovery recovery = load.recovery(window(20, 30, Optional.of(57.0)));

    assertThat(recovery.recover()).contains(Timing.moreThan(Duration.ofSeconds(27)));
  }

  @Test
  void waitsForTheSecondOfTwoOutages() {
    SimulatedLoad load =
        new SimulatedLoad(
            60, time -> between(time, 20, 30) || between(time, 33, 36) ? Fate.FAILED : Fate.OK);

    Recovery recovery = load.recovery(window(20, 29, Optional.of(30.0)));

    assertThat(recovery.recoveredAt()).contains(at(36));
    assertThat(recovery.recover()).contains(Timing.of(Duration.ofSeconds(7)));
    assertThat(recovery.outage()).contains(Timing.of(Duration.ofMillis(15_990)));
  }

  @Test
  void looksAtEachOfTwoFaultsByItself() {
    SimulatedLoad load =
        new SimulatedLoad(
            90, time -> between(time, 20, 25) || between(time, 50, 58) ? Fate.FAILED : Fate.OK);

    Recovery first =
        Recovery.of(load.seconds(), load.bad(), window(20, 24, Optional.of(25.0)), at(50));
    Recovery second =
        Recovery.of(load.seconds(), load.bad(), window(50, 57, Optional.of(58.0)), load.end());

    assertThat(first.recover()).contains(Timing.of(Duration.ofSeconds(1)));
    assertThat(second.recover()).contains(Timing.of(Duration.ofSeconds(1)));
    assertThat(first.outage()).contains(Timing.of(Duration.ofMillis(4_990)));
    assertThat(second.outage()).contains(Timing.of(Duration.ofMillis(7_990)));
  }

  @Test
  void hasNoRecoveryWithoutASecondFromBeforeTheFault() {
    SimulatedLoad load =
        new SimulatedLoad(60, time -> between(time, 0, 10) ? Fate.FAILED : Fate.OK);

    Recovery recovery = load.recovery(window(0, 9, Optional.of(10.0)));

    assertThat(recovery.recover()).isEmpty();
    assertThat(recovery.warm()).isEmpty();
    assertThat(recovery.outage()).isEmpty();
    assertThat(recovery.detect()).contains(Timing.of(Duration.ZERO));
    assertThat(recovery.ready()).isEqualTo(Timing.of(Duration.ofSeconds(1)));
  }

  @Test
  void hasNoRecoveryWithoutTraffic() {
    SimulatedLoad load = new SimulatedLoad(60, _ -> Fate.ABSENT);

    Recovery recovery = load.recovery(window(20, 30, Optional.of(31.0)));

    assertThat(recovery.recover()).isEmpty();
    assertThat(recovery.detect()).isEmpty();
    assertThat(recovery.outage()).isEmpty();
    assertThat(recovery.recoveredAt()).isEmpty();
  }

  @Test
  void doesNotTakeSilenceForRecovery() {
    SimulatedLoad load =
        new SimulatedLoad(60, time -> between(time, 20, 40) ? Fate.ABSENT : Fate.OK);

    Recovery recovery = load.recovery(window(20, 30, Optional.of(30.0)));

    assertThat(recovery.detect()).as("nothing failed").isEmpty();
    assertThat(recovery.recover()).contains(Timing.of(Duration.ofSeconds(10)));
  }

  @Test
  void takesNoTimeToRecoverFromWhatNobodyNoticed() {
    SimulatedLoad load = new SimulatedLoad(60, _ -> Fate.OK);

    Recovery recovery = load.recovery(window(20.5, 30.5, Optional.of(31.5)));

    assertThat(recovery.detect()).isEmpty();
    assertThat(recovery.outage()).isEmpty();
    assertThat(recovery.recover()).contains(Timing.of(Duration.ZERO));
    assertThat(recovery.warm()).contains(Timing.of(Duration.ZERO));
  }

  @Test
  void takesNoTimeToRecoverAfterAFaultThatUsersGotOverWhileItLasted() {
    SimulatedLoad load =
        new SimulatedLoad(60, time -> between(time, 20, 22) ? Fate.FAILED : Fate.OK);

    Recovery recovery = load.recovery(window(20, 40, Optional.of(41.0)));

    assertThat(recovery.recoveredAt()).contains(at(22));
    assertThat(recovery.recover()).contains(Timing.of(Duration.ZERO));
    assertThat(recovery.outage()).contains(Timing.of(Duration.ofMillis(1_990)));
  }

  @Test
  void waitsForAnOutageThatBeginsLongAfterTheFault() {
    SimulatedLoad load =
        new SimulatedLoad(60, time -> between(time, 28, 33) ? Fate.FAILED : Fate.OK);

    Recovery recovery = load.recovery(window(20, 32, Optional.of(33.0)));

    assertThat(recovery.detect()).contains(Timing.of(Duration.ofSeconds(8)));
    assertThat(recovery.recover()).contains(Timing.of(Duration.ofSeconds(1)));
  }

  @Test
  void asksForNoLessFailuresThanBeforeTheFault() {
    SimulatedLoad load =
        new SimulatedLoad(
            60,
            time ->
                between(time, 20, 30) || time.toMillis() % 1_000 == 500 ? Fate.FAILED : Fate.OK);

    Recovery recovery = load.recovery(window(20, 30, Optional.of(30.0)));

    assertThat(recovery.recover()).contains(Timing.of(Duration.ZERO));
    assertThat(recovery.outage()).contains(Timing.of(Duration.ofMillis(9_990)));
  }

  private static FaultWindow window(double effective, double undone, Optional<Double> ready) {
    Instant begun = at(effective);
    return new FaultWindow(begun, begun, at(undone), ready.map(SimulatedLoad::at));
  }

  private static boolean between(Duration time, double from, double to) {
    Instant moment = START.plus(time);
    return !moment.isBefore(at(from)) && moment.isBefore(at(to));
  }

  private static Duration hundredths(long count) {
    return Duration.ofMillis(10 * count);
  }
}
