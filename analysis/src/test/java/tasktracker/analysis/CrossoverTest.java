package tasktracker.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CrossoverTest {

  @Test
  void interpolatesBetweenTheLevelsAroundTheChangeOfOrder() {
    assertThat(Crossover.between(curve(10, 20.0, 50, 30.0), curve(10, 30.0, 50, 10.0)))
        .singleElement()
        .satisfies(crossover -> {
          assertThat(crossover.load()).isCloseTo(10 + 40 / 3.0, within(1e-9));
          assertThat(crossover.value()).isCloseTo(20 + 10 / 3.0, within(1e-9));
          assertThat(crossover.after()).isEqualTo(10);
          assertThat(crossover.before()).isEqualTo(50);
        });
  }

  @Test
  void neverExtrapolatesLinesThatWouldMeetLater() {
    assertThat(Crossover.between(curve(10, 1.0, 50, 9.0), curve(10, 10.0, 50, 10.0))).isEmpty();
  }

  @Test
  void curvesThatTouchDoNotCross() {
    assertThat(
            Crossover.between(curve(10, 1.0, 50, 5.0, 100, 1.0), curve(10, 5.0, 50, 5.0, 100, 5.0)))
        .isEmpty();
  }

  @Test
  void curvesThatMeetAtALevelAndChangeOrderCrossThere() {
    assertThat(
            Crossover.between(curve(10, 1.0, 50, 5.0, 100, 9.0), curve(10, 5.0, 50, 5.0, 100, 5.0)))
        .containsExactly(new Crossover(50, 5, 10, 100, false));
  }

  @Test
  void ignoresLevelsThatOnlyOneCurveHas() {
    assertThat(Crossover.between(curve(10, 1.0, 25, 99.0), curve(10, 5.0, 50, 1.0))).isEmpty();
  }

  @Test
  void tellsThatALevelInBetweenLacksTheFigure() {
    assertThat(
            Crossover.between(
                curve(10, 1.0, 50, null, 100, 9.0), curve(10, 5.0, 50, 5.0, 100, 5.0)))
        .singleElement()
        .matches(Crossover::acrossGap);
  }

  @RepeatedTest(200)
  void holdsForAnyCurves(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var one = new Curve.Builder();
    var other = new Curve.Builder();
    int flips = 0;
    boolean wasAbove = false;
    int levels = 1 + random.nextInt(12);
    for (int i = 0; i < levels; i++) {
      double a = random.nextDouble();
      double b = random.nextDouble();
      one.add(i, a);
      other.add(i, b);
      if (i > 0 && wasAbove != a > b) {
        flips++;
      }
      wasAbove = a > b;
    }

    List<Crossover> crossovers = Crossover.between(one.build(), other.build());

    assertThat(crossovers)
        .hasSize(flips)
        .allMatch(place -> place.after() < place.load() && place.load() < place.before())
        .allMatch(place -> place.before() - place.after() == 1)
        .allMatch(place -> 0 <= place.value() && place.value() <= 1);
    assertThat(Crossover.between(other.build(), one.build()))
        .zipSatisfy(
            crossovers,
            (swapped, place) -> {
              assertThat(swapped.load()).isCloseTo(place.load(), within(1e-9));
              assertThat(swapped.value()).isCloseTo(place.value(), within(1e-9));
            });
  }

  private static Curve curve(Object... loadsAndValues) {
    var curve = new Curve.Builder();
    for (int i = 0; i < loadsAndValues.length; i += 2) {
      curve.add((Integer) loadsAndValues[i], (Double) loadsAndValues[i + 1]);
    }
    return curve.build();
  }
}
