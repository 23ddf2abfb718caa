package tasktracker.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CurveTest {

  @Test
  void averagesRepetitionsAndOrdersLevels() {
    Curve curve = new Curve.Builder().add(50, 4.0).add(10, 1.0).add(50, 8.0).build();

    assertThat(curve.levels()).extracting(Curve.Level::load).containsExactly(10.0, 50.0);
    assertThat(curve.levels().getLast().mean()).hasValue(6.0);
    assertThat(curve.levels().getLast().values()).containsExactly(4.0, 8.0);
  }

  @Test
  void aMissingFigureIsAGapAndNotAZero() {
    Curve curve = new Curve.Builder().add(10, null).add(50, null).add(50, 8.0).build();

    assertThat(curve.levels().getFirst().mean()).isEmpty();
    assertThat(curve.levels().getLast().mean()).hasValue(8.0);
  }

  @RepeatedTest(50)
  void theMeanLiesAmongItsRepetitionsInWhateverOrderTheyCame(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    List<Double> values =
        DoubleStream.generate(() -> random.nextDouble(1000))
            .limit(1 + random.nextInt(20))
            .boxed()
            .collect(Collectors.toList());
    double mean = mean(values);

    Collections.shuffle(values, random);

    assertThat(mean).isBetween(Collections.min(values) - 1e-9, Collections.max(values) + 1e-9);
    assertThat(mean(values)).isCloseTo(mean, within(1e-9));
  }

  private static double mean(List<Double> values) {
    var curve = new Curve.Builder();
    values.forEach(value -> curve.add(10, value));
    return curve.build().levels().getFirst().mean().orElseThrow();
  }
}
