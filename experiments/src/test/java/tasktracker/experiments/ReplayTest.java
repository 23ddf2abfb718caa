package tasktracker.experiments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.Comparison;

/**
 * Real runs of one system as if they were those of two: a winner would be one of chance. The file
 * is {@code runs.csv} of {@code ./tasktracker calibrate monolith -u 10,50,200 --repeats 10}: 20
 * deployments, each measured at three levels. Runs that still warmed up make no claim in a sweep,
 * and none here.
 */
class ReplayTest {
  private static final String DATA = "monolith-against-itself.csv";
  private static final int FEWEST_PAIRS = 25;
  private static final int SWEEPS = 4000;
  private static final MeasuringPlan PLAN =
      new MeasuringPlan(10, true, 0.05, 3, null, null, false, null);

  @Test
  void atMostOneInTwentySweepsOfOneSystemNamesAWinner() throws IOException {
    List<Pair> pairs = pairs();

    long named =
        LongStream.range(0, SWEEPS)
            .parallel()
            .filter(seed -> namesAWinner(pairs, new Random(seed)))
            .count();

    assertThat(named / (double) SWEEPS).isLessThanOrEqualTo(0.05);
  }

  private static boolean namesAWinner(List<Pair> pairs, Random random) {
    SimulatedSweep sweep = new SimulatedSweep(PLAN, new Resampled(pairs, random));
    Comparison end = sweep.end();
    return end.levels().stream()
        .anyMatch(level -> level.metric().headline() && level.isClaim(sweep.rule()));
  }

  /** The runs of one repetition at one level. */
  private record Pair(Map<ComparedMetric, Double> one, Map<ComparedMetric, Double> other) {}

  /** Pairs drawn with replacement, which run is whose by chance. */
  private static final class Resampled implements SimulatedSweep.Source {
    private final List<Pair> pairs;
    private final Random random;
    private Map<ComparedMetric, Double> left;

    Resampled(List<Pair> pairs, Random random) {
      this.pairs = pairs;
      this.random = random;
    }

    @Override
    public Map<ComparedMetric, Double> next(String architecture) {
      if (left != null) {
        Map<ComparedMetric, Double> second = left;
        left = null;
        return second;
      }
      Pair pair = pairs.get(random.nextInt(pairs.size()));
      boolean swapped = random.nextBoolean();
      left = swapped ? pair.one() : pair.other();
      return swapped ? pair.other() : pair.one();
    }
  }

  private static List<Pair> pairs() throws IOException {
    Map<String, List<Map<ComparedMetric, Double>>> runs = new TreeMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(ReplayTest.class.getResourceAsStream(DATA), UTF_8))) {
      List<String> headings = List.of(lines.readLine().split(",", -1));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split(",", -1);
        if (!cells[headings.indexOf("validity")].equals("VALID")) {
          continue;
        }
        String pair =
            cells[headings.indexOf("concurrency")] + "/" + cells[headings.indexOf("repetition")];
        runs.computeIfAbsent(pair, _ -> new ArrayList<>()).add(figures(headings, cells));
      }
    }
    List<Pair> pairs =
        runs.values().stream()
            .filter(pair -> pair.size() == 2)
            .map(pair -> new Pair(pair.getFirst(), pair.getLast()))
            .toList();
    assertThat(pairs).hasSizeGreaterThanOrEqualTo(FEWEST_PAIRS);
    return pairs;
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
