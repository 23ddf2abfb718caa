package tasktracker.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import tasktracker.analysis.objective.CapacitySearch;
import tasktracker.analysis.verdict.ServiceLevelObjective;
import tasktracker.load.watch.Validity;
import tasktracker.report.verdict.RunFiguresReading;
import tasktracker.results.Efficiency;
import tasktracker.results.RunResult;

/** The search for the capacity of one architecture, and what its tries took. */
final class ArchitectureSearch {
  private static final double DROPPED = 0.01;

  private final String architecture;
  private final ServiceLevelObjective objective;
  private final CapacitySearch search;
  private final List<RunResult> runs = new ArrayList<>();
  private String limit;

  ArchitectureSearch(String architecture, CapacityPlan plan, ServiceLevelObjective objective) {
    this.architecture = architecture;
    this.objective = objective;
    search =
        new CapacitySearch(plan.startRate(), plan.highestRate(), plan.precision(), plan.tries());
  }

  String architecture() {
    return architecture;
  }

  OptionalInt next() {
    return limit == null ? search.next() : OptionalInt.empty();
  }

  int tries(int rate) {
    return search.tried(rate).tries();
  }

  /** Arrivals that found every user waiting are a miss; any other invalid run ends the search. */
  void add(int rate, RunResult run) {
    runs.add(run);
    boolean overwhelmed = droppedShare(run) > DROPPED;
    boolean invalid =
        run.addition("validity", Validity.class).stream().anyMatch(Validity.INVALID::equals);
    if (invalid && (!overwhelmed || LoadFigures.breakages(run).isPresent())) {
      limit =
          "the run at %d/s is invalid: %s"
              .formatted(rate, run.additions().getOrDefault("validity_reasons", "no reason given"));
      return;
    }
    var figures = RunFiguresReading.of(run, List.of());
    search.add(rate, !overwhelmed && objective.isMetBy(bound -> figures.get(bound.metric())));
  }

  /** Ends it for a reason, if it has not ended yet. */
  void cutShort(String reason) {
    if (next().isPresent()) {
      limit = reason;
    }
  }

  private static double droppedShare(RunResult run) {
    double rate = run.addition("arrival_rate", Double.class).orElse(Double.POSITIVE_INFINITY);
    return run.addition("dropped_arrivals", Double.class).orElse(0.0)
        / (rate * run.duration().toMillis() / 1e3);
  }

  Capacity.OfArchitecture found() {
    OptionalInt met = search.met();
    OptionalInt missed = search.missed();
    List<RunResult> atMet =
        runs.stream()
            .filter(run -> met.isPresent() && run.concurrency() == met.getAsInt())
            .toList();
    return new Capacity.OfArchitecture(
        architecture,
        rate(met),
        votes(met),
        rate(missed),
        votes(missed),
        rate(search.allMet()),
        votes(search.allMet()),
        rate(search.allMissed()),
        votes(search.allMissed()),
        limit,
        mean(atMet, run -> run.figures().throughput()),
        mean(atMet, run -> efficiency(run, Efficiency::cpuUnits)),
        mean(atMet, run -> efficiency(run, Efficiency::memoryGb)));
  }

  private static Integer rate(OptionalInt found) {
    return found.isPresent() ? found.getAsInt() : null;
  }

  private CapacitySearch.Votes votes(OptionalInt found) {
    return found.isPresent() ? search.tried(found.getAsInt()) : null;
  }

  private static Double efficiency(RunResult run, Function<Efficiency, Double> figure) {
    return run.efficiency() == null ? null : figure.apply(run.efficiency());
  }

  private static Double mean(List<RunResult> runs, Function<RunResult, Double> figure) {
    OptionalDouble mean =
        runs.stream()
            .map(figure)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .average();
    return mean.isPresent() ? mean.getAsDouble() : null;
  }
}
