package tasktracker.analysis.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tasktracker.analysis.verdict.AnalysedRun;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.EndpointWork;
import tasktracker.analysis.verdict.UnequalWork;
import tasktracker.analysis.verdict.Wording;

/**
 * Whether two systems did the same work at a level: as many requests in an iteration of a user, the
 * same mix of endpoints, as many failures in each, answers of the same size. Shares are compared in
 * percentage points, and only beyond what chance does to counts (four standard errors of a
 * difference of proportions); sizes as a ratio, beyond what chance does to the mean of answers that
 * scatter by as much as their mean.
 *
 * @param baseline name of the one that is compared with
 * @param candidate name of the one that is judged
 * @param tolerance largest difference that does not matter, such as 0.02
 */
record EqualWork(String baseline, String candidate, double tolerance) {
  private static final double STANDARD_ERRORS = 4;
  private static final long FEWEST_ANSWERS = 30;
  private static final double LEAST_SHARE = 0.01;

  /** The length of a number in an answer changes by so much, whatever the system. */
  private static final double LEAST_BYTES = 8;

  /** Iterations of different length, likewise. */
  private static final double SCATTER_OF_ITERATIONS = 1;

  /** Lists of different lengths scatter by so much of their mean: nobody records how much. */
  private static final double SCATTER_OF_SIZES = 1;

  private static final int MOST_NAMED = 3;

  /** How their work differs; empty where it does not, or where nobody recorded it. */
  Optional<UnequalWork> at(int users, List<AnalysedRun> baseline, List<AnalysedRun> candidate) {
    Map<String, EndpointWork> ones = sums(baseline);
    Map<String, EndpointWork> others = sums(candidate);
    if (ones.isEmpty() || others.isEmpty()) {
      return Optional.empty();
    }
    if (ones.size() == 1 && others.size() == 1) {
      // Each may have been asked for a request of its own, which then is what is compared.
      others = Map.of(ones.keySet().iterator().next(), others.values().iterator().next());
    }
    List<String> work = new ArrayList<>(iterations(baseline, candidate).stream().toList());
    List<String> failures = new ArrayList<>();
    double allOnes = total(ones);
    double allOthers = total(others);
    Set<String> endpoints = new LinkedHashSet<>(ones.keySet());
    endpoints.addAll(others.keySet());
    for (String endpoint : endpoints) {
      EndpointWork one = ones.getOrDefault(endpoint, new EndpointWork(endpoint, 0, 0, 0));
      EndpointWork other = others.getOrDefault(endpoint, new EndpointWork(endpoint, 0, 0, 0));
      if (differ(one.requests() / allOnes, allOnes, other.requests() / allOthers, allOthers)) {
        work.add(
            "%s is %s of the requests of %s and %s of those of %s"
                .formatted(
                    endpoint,
                    percent(one.requests() / allOnes),
                    this.baseline,
                    percent(other.requests() / allOthers),
                    this.candidate));
      } else if (differ(
          one.failed(), (double) one.requests(), other.failed(), (double) other.requests())) {
        failures.add(
            "of %s %s failed at %s and %s at %s"
                .formatted(
                    endpoint,
                    percent(one.failed()),
                    this.baseline,
                    percent(other.failed()),
                    this.candidate));
      } else if (differInSize(one, allOnes, other)) {
        work.add(
            "answers of %s have %s bytes at %s and %s at %s"
                .formatted(
                    endpoint,
                    Wording.number(one.meanBytes()),
                    this.baseline,
                    Wording.number(other.meanBytes()),
                    this.candidate));
      }
    }
    boolean inFailuresAlone = work.isEmpty();
    work.addAll(failures);
    return work.isEmpty()
        ? Optional.empty()
        : Optional.of(new UnequalWork(users, shortened(work), inFailuresAlone));
  }

  /** How many requests an iteration makes, where it is told and not the same. */
  private Optional<String> iterations(List<AnalysedRun> ones, List<AnalysedRun> others) {
    double one = iterations(ones);
    double other = iterations(others);
    double perOne = requests(ones) / one;
    double perOther = requests(others) / other;
    double chance = STANDARD_ERRORS * SCATTER_OF_ITERATIONS * Math.sqrt(1 / one + 1 / other);
    double ratio = Math.max(perOne, perOther) / Math.min(perOne, perOther);
    return ratio - 1 > Math.max(tolerance, chance)
        ? Optional.of(
            "an iteration makes %s requests at %s and %s at %s (%s and %s iterations/s)"
                .formatted(
                    Wording.number(perOne),
                    baseline,
                    Wording.number(perOther),
                    candidate,
                    Wording.number(throughput(ones) / perOne),
                    Wording.number(throughput(others) / perOther)))
        : Optional.empty();
  }

  /** NaN where not all of them tell. */
  private static double iterations(List<AnalysedRun> runs) {
    return runs.stream()
        .mapToDouble(run -> run.iterations() == null ? Double.NaN : run.iterations())
        .sum();
  }

  /** Mean requests per second. */
  private static double throughput(List<AnalysedRun> runs) {
    return AnalysedRun.values(ComparedMetric.THROUGHPUT, runs).stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(Double.NaN);
  }

  private static double requests(List<AnalysedRun> runs) {
    return runs.stream()
        .mapToDouble(run -> run.requests() == null ? Double.NaN : run.requests())
        .sum();
  }

  private static List<String> shortened(List<String> differences) {
    if (differences.size() <= MOST_NAMED) {
      return differences;
    }
    List<String> shown = new ArrayList<>(differences.subList(0, MOST_NAMED));
    shown.add("and %d more".formatted(differences.size() - MOST_NAMED));
    return shown;
  }

  private static Map<String, EndpointWork> sums(List<AnalysedRun> runs) {
    Map<String, EndpointWork> sums = new LinkedHashMap<>();
    for (AnalysedRun run : runs) {
      run.work().forEach(each -> sums.merge(each.endpoint(), each, EndpointWork::plus));
    }
    return sums;
  }

  private static double total(Map<String, EndpointWork> work) {
    return work.values().stream().mapToLong(EndpointWork::requests).sum();
  }

  /** Whether two shares differ, each of so many requests. */
  private boolean differ(double share, double all, double otherShare, double otherAll) {
    if (all == 0 || otherAll == 0) {
      return false;
    }
    double difference = Math.abs(share - otherShare);
    double pooled = (share * all + otherShare * otherAll) / (all + otherAll);
    double error = Math.sqrt(pooled * (1 - pooled) * (1 / all + 1 / otherAll));
    return difference > tolerance && difference > STANDARD_ERRORS * error;
  }

  private boolean differInSize(EndpointWork one, double all, EndpointWork other) {
    if (one.requests() < FEWEST_ANSWERS
        || other.requests() < FEWEST_ANSWERS
        || one.requests() < LEAST_SHARE * all) {
      return false;
    }
    double difference = Math.abs(one.meanBytes() - other.meanBytes());
    double chance =
        STANDARD_ERRORS
            * SCATTER_OF_SIZES
            * Math.sqrt(1.0 / one.requests() + 1.0 / other.requests());
    return difference >= LEAST_BYTES
        && difference > Math.max(tolerance, chance) * Math.min(one.meanBytes(), other.meanBytes());
  }

  private static String percent(double share) {
    return Wording.number(100 * share) + " %";
  }
}
