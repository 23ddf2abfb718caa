package tasktracker.experiments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.Comparison;

/**
 * Real runs of one system as if they were those of two: a winner would be one of chance. The file
 * is {@code runs.csv} of {@code ./tasktracker calibrate monolith -u 50 --repeats 30 --warmup-limit
 * 2m}.
 */
class ReplayTest {
  private static final String DATA = "monolith-50-users.csv";
  private static final int FEWEST_RUNS = 60;
  private static final int SWEEPS = 4000;
  private static final MeasuringPlan PLAN =
      new MeasuringPlan(10, true, 0.05, 3, null, null, false, null);

  @Test
  void atMostOneInTwentySweepsOfOneSystemNamesAWinner() throws IOException {
    List<Map<ComparedMetric, Double>> runs = runs();

    long named =
        LongStream.range(0, SWEEPS)
            .parallel()
            .filter(seed -> namesAWinner(runs, new Random(seed)))
            .count();

    assertThat(named / (double) SWEEPS).isLessThanOrEqualTo(0.05);
  }

  private static boolean namesAWinner(List<Map<ComparedMetric, Double>> runs, Random random) {
    SimulatedSweep sweep = new SimulatedSweep(PLAN, new Neighbours(runs, random));
    Comparison end = sweep.end();
    return end.levels().stream()
        .anyMatch(level -> level.metric().headline() && level.isClaim(sweep.rule()));
  }

  /** Pairs of runs that followed each other, in an order of chance, and sides of chance. */
  private static final class Neighbours implements SimulatedSweep.Source {
    private final List<Map<ComparedMetric, Double>> runs;
    private final Random random;
    private Map<ComparedMetric, Double> left;

    Neighbours(List<Map<ComparedMetric, Double>> runs, Random random) {
      this.runs = runs;
      this.random = random;
    }

    @Override
    public Map<ComparedMetric, Double> next(String architecture) {
      if (left != null) {
        Map<ComparedMetric, Double> second = left;
        left = null;
        return second;
      }
      int pair = 2 * random.nextInt(runs.size() / 2);
      int side = random.nextInt(2);
      left = runs.get(pair + 1 - side);
      return runs.get(pair + side);
    }
  }

  private static List<Map<ComparedMetric, Double>> runs() throws IOException {
    try (InputStream in = ReplayTest.class.getResourceAsStream(DATA)) {
      assumeTrue(in != null, DATA + " is not there: no machine has measured it yet");
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8));
      List<String> headings = List.of(lines.readLine().split(",", -1));
      List<Map<ComparedMetric, Double>> runs = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        runs.add(figures(headings, line.split(",", -1)));
      }
      assertThat(runs).hasSizeGreaterThanOrEqualTo(FEWEST_RUNS);
      return runs;
    }
  }

  private static Map<ComparedMetric, Double> figures(List<String> headings, String... cells) {
    Map<ComparedMetric, Double> figures = new EnumMap<>(ComparedMetric.class);
    for (ComparedMetric metric : ComparedMetric.values()) {
      int place = headings.indexOf(metric.key());
      if (place >= 0 && !cells[place].isEmpty()) {
        figures.put(metric, Double.valueOf(cells[place]));
      }
    }
    return figures;
  }
}
