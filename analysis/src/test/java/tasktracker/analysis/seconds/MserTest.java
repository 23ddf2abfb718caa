package tasktracker.analysis.seconds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MserTest {
  private final Random random = new Random(3);

  @Test
  void cutsTheTransientOfAWorkedExample() {
    // Squares about the mean of the rest by their number squared, for each cut from 0 on: 0.776,
    // 0.247, 0.031, 0.035, 0.042, 0.048.
    assertThat(Mser.of(1, 5, 9, 10, 10, 9, 10, 9, 10, 9)).isEqualTo(new Mser(2, true));
  }

  @Test
  void cutsARampUpAtItsEnd() {
    List<Double> series = new ArrayList<>();
    IntStream.range(0, 20).forEach(i -> series.add(i * 5.0 + random.nextGaussian()));
    IntStream.range(0, 60).forEach(_ -> series.add(100 + random.nextGaussian()));

    Mser found = Mser.five(series);

    assertThat(found.cut()).isEqualTo(20);
    assertThat(found.isSteady()).isTrue();
  }

  @Test
  void objectsToASeriesThatKeepsGrowing() {
    List<Double> series =
        IntStream.range(0, 60).mapToObj(i -> 100 + i + random.nextGaussian()).toList();

    assertThat(SteadyState.objection("throughput", series))
        .hasValueSatisfying(
            text -> assertThat(text).contains("no steady state: throughput went from"));
  }

  @Test
  void acceptsASteadySeriesWithRareExceptions() {
    long objections =
        IntStream.range(0, 500)
            .filter(_ ->
                SteadyState.objection(
                        "throughput",
                        DoubleStream.generate(() -> 100 + 10 * random.nextGaussian())
                            .limit(60)
                            .boxed()
                            .toList())
                    .isPresent())
            .count();

    assertThat(objections).isLessThanOrEqualTo(25);
  }

  @Test
  void doesNotJudgeAMeasurementOfTenSeconds() {
    List<Double> series = IntStream.range(0, 10).mapToObj(i -> 10.0 * i).toList();

    assertThat(SteadyState.objection("throughput", series)).isEmpty();
  }
}
