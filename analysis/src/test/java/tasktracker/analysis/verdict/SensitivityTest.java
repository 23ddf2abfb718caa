package tasktracker.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tasktracker.analysis.estimate.SampleMean;

class SensitivityTest {
  @Test
  void differencesOfThatSizeAreFoundInFourOfFive() {
    int pairs = 8;
    double deviation = 0.2;
    double effect =
        Math.log1p(
            new Sensitivity(ComparedMetric.P95, 10, deviation).smallest(pairs, 0.95).orElseThrow());
    Random random = new Random(1);
    int found = 0;
    for (int experiment = 0; experiment < 4000; experiment++) {
      List<Double> effects = new ArrayList<>();
      for (int pair = 0; pair < pairs; pair++) {
        effects.add(effect + deviation * random.nextGaussian());
      }
      found += SampleMean.of(effects).pValue(0) <= 0.05 ? 1 : 0;
    }

    assertThat(found / 4000.0).isCloseTo(0.8, within(0.04));
  }

  @Test
  void onePairFindsNothing() {
    assertThat(new Sensitivity(ComparedMetric.P95, 6, 0.1).smallest(1, 0.95)).isEmpty();
  }

  @Test
  void scatterIsThatWithinLevels() {
    List<RunChart.Pair> pairs = new ArrayList<>();
    for (int repetition = 1; repetition <= 2; repetition++) {
      double ratio = repetition == 1 ? Math.exp(0.1) : Math.exp(-0.1);
      pairs.add(new RunChart.Pair(10, repetition, 1, ratio, ratio));
      pairs.add(new RunChart.Pair(50, repetition, 1, 5 * ratio, 5 * ratio));
    }
    Drift none = new Drift(0, 1, 0, 1, 0);
    Comparison itself =
        new Comparison("a", "a-again", List.of(), List.of(), List.of(), List.of())
            .withCharts(List.of(new RunChart(ComparedMetric.P95, pairs, none, none)));

    assertThat(Sensitivity.of(itself).getFirst().deviation())
        .isCloseTo(0.1 * Math.sqrt(2), within(1e-9));
  }
}
