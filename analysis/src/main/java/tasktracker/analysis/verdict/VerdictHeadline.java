package tasktracker.analysis.verdict;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tasktracker.analysis.estimate.Basis;

/**
 * A comparison in a dozen words. One is ahead at a level where it has a claim in latency,
 * throughput or errors, and the other has none; cost decides where none is ahead in these.
 */
final class VerdictHeadline {
  /** What tells who is faster, in the order in which sentences speak of it. */
  static final List<ComparedMetric> SPEED =
      List.of(
          ComparedMetric.P95,
          ComparedMetric.P50,
          ComparedMetric.THROUGHPUT,
          ComparedMetric.ERROR_RATE);

  /** What tells who needs less. */
  static final List<ComparedMetric> COST =
      List.of(ComparedMetric.CPU_PER_REQUEST, ComparedMetric.MEMORY);

  private final Comparison comparison;
  private final AnalysisSettings settings;
  private final SortedMap<Integer, Lead> leads = new TreeMap<>();

  private enum Lead {
    BASELINE,
    CANDIDATE,
    MIXED,
    SAME,
    UNSURE
  }

  private VerdictHeadline(Comparison comparison, AnalysisSettings settings) {
    this.comparison = comparison;
    this.settings = settings;
    comparison.levels().forEach(level -> leads.computeIfAbsent(level.concurrency(), this::lead));
  }

  static String of(Comparison comparison, AnalysisSettings settings) {
    return Wording.capital(new VerdictHeadline(comparison, settings).text());
  }

  private String text() {
    if (leads.isEmpty()) {
      return "%s and %s have no level in common"
          .formatted(comparison.baseline(), comparison.candidate());
    }
    if (with(SPEED).findAny().isEmpty()) {
      return (comparison.unequal().isEmpty()
              ? "no figures of %s and %s can be compared"
              : "not comparable: %s and %s did different work")
          .formatted(comparison.baseline(), comparison.candidate());
    }
    Set<Lead> found = EnumSet.copyOf(leads.values());
    if (found.contains(Lead.MIXED)) {
      return "mixed: %s and %s lead in different metrics"
          .formatted(comparison.baseline(), comparison.candidate());
    }
    if (found.contains(Lead.BASELINE) && found.contains(Lead.CANDIDATE)) {
      return change();
    }
    if (found.contains(Lead.BASELINE)) {
      return ahead(Lead.BASELINE);
    }
    if (found.contains(Lead.CANDIDATE)) {
      return ahead(Lead.CANDIDATE);
    }
    return with(List.of(ComparedMetric.P95, ComparedMetric.THROUGHPUT))
            .noneMatch(VerdictHeadline::hasInterval)
        ? "one run each and no interval: sizes, not findings"
        : cost(found);
  }

  private static boolean hasInterval(LevelComparison level) {
    Basis basis = level.effect().estimate().basis();
    return basis == Basis.ACROSS_REPETITIONS || basis == Basis.WITHIN_RUN;
  }

  private Lead lead(int users) {
    List<LevelComparison> here = with(SPEED).filter(level -> level.concurrency() == users).toList();
    boolean better = here.stream().anyMatch(level -> isClaim(level, Verdict.BETTER));
    boolean worse = here.stream().anyMatch(level -> isClaim(level, Verdict.WORSE));
    if (better || worse) {
      return better && worse ? Lead.MIXED : better ? Lead.CANDIDATE : Lead.BASELINE;
    }
    List<LevelComparison> figures =
        comparison.levels().stream()
            .filter(level -> level.concurrency() == users && SPEED.contains(level.metric()))
            .filter(level -> level.metric().scale() == Effect.Scale.RATIO)
            .filter(level -> level.baseline() != null || level.candidate() != null)
            .toList();
    boolean same =
        !figures.isEmpty()
            && figures.stream().allMatch(level -> level.verdict() == Verdict.EQUIVALENT);
    return same ? Lead.SAME : Lead.UNSURE;
  }

  private boolean isClaim(LevelComparison level, Verdict verdict) {
    return level.verdict() == verdict && level.isClaim(settings);
  }

  private Stream<LevelComparison> with(List<ComparedMetric> metrics) {
    return comparison.levels().stream()
        .filter(level -> metrics.contains(level.metric()) && level.effect() != null);
  }

  /** One of them is ahead somewhere, and the other nowhere. */
  private String ahead(Lead leader) {
    List<Integer> won = at(leader::equals);
    if (won.size() == leads.size()) {
      return won.size() == 1
          ? "%s is ahead at %s".formatted(name(leader), Wording.levels(won))
          : "%s is ahead at every level from %d to %d users"
              .formatted(name(leader), won.getFirst(), won.getLast());
    }
    List<Integer> rest = at(lead -> lead != leader);
    boolean same = rest.stream().allMatch(level -> leads.get(level) == Lead.SAME);
    return "%s is ahead %s, %s %s"
        .formatted(
            name(leader),
            range(won),
            same ? "equal" : "undecided",
            rest.size() == 1 ? "at " + rest.getFirst() : "elsewhere");
  }

  /** {@code at 10 and 50 users}; {@code from 50 to 400 users} where three or more follow. */
  private String range(List<Integer> won) {
    int between = leads.subMap(won.getFirst(), won.getLast() + 1).size();
    if (won.size() < 3) {
      return "at " + Wording.levels(won);
    }
    return between == won.size()
        ? "from %d to %d users".formatted(won.getFirst(), won.getLast())
        : "at %d of %d levels".formatted(won.size(), leads.size());
  }

  /** Each of them is ahead somewhere. */
  private String change() {
    List<Integer> baseline = at(Lead.BASELINE::equals);
    List<Integer> candidate = at(Lead.CANDIDATE::equals);
    boolean baselineFirst = baseline.getFirst() < candidate.getFirst();
    List<Integer> low = baselineFirst ? baseline : candidate;
    List<Integer> high = baselineFirst ? candidate : baseline;
    if (low.getLast() > high.getFirst()) {
      return "the lead of %s and %s changes with the load"
          .formatted(comparison.baseline(), comparison.candidate());
    }
    String first = baselineFirst ? comparison.baseline() : comparison.candidate();
    String second = baselineFirst ? comparison.candidate() : comparison.baseline();
    boolean adjacent = leads.subMap(low.getLast(), high.getFirst()).size() == 1;
    return crossover(first, second)
        .filter(_ -> adjacent)
        .map(users -> "%s is ahead above about %s users, %s below".formatted(second, users, first))
        .orElse(
            "%s is ahead up to %d users, %s from %d"
                .formatted(first, low.getLast(), second, high.getFirst()));
  }

  private Optional<String> crossover(String first, String second) {
    return SPEED.stream()
        .flatMap(metric -> comparison.crossovers(metric).stream())
        .filter(found -> found.kind() == MetricCrossover.Kind.CROSSOVER)
        .filter(found -> first.equals(found.leader()) && second.equals(found.follower()))
        .map(found -> String.valueOf(Math.round(found.load().value())))
        .findFirst();
  }

  private String cost(Set<Lead> found) {
    boolean same = found.equals(EnumSet.of(Lead.SAME));
    List<String> needs =
        Stream.of(
                needs(comparison.baseline(), Verdict.WORSE),
                needs(comparison.candidate(), Verdict.BETTER))
            .flatMap(Optional::stream)
            .toList();
    if (!needs.isEmpty()) {
      return "%s; %s"
          .formatted(
              same ? "equally fast" : "no sure difference in speed", String.join(", ", needs));
    }
    return same
        ? "%s and %s are equally fast".formatted(comparison.baseline(), comparison.candidate())
        : "no sure difference between %s and %s"
            .formatted(comparison.baseline(), comparison.candidate());
  }

  /** {@code a needs less CPU and memory}: of what it has claims, and the other has none. */
  private Optional<String> needs(String who, Verdict verdict) {
    List<String> less =
        COST.stream()
            .filter(metric -> claims(metric, verdict) > 0)
            .filter(metric -> claims(metric, opposite(verdict)) == 0)
            .map(metric -> metric == ComparedMetric.MEMORY ? "memory" : "CPU")
            .toList();
    if (less.isEmpty()) {
      return Optional.empty();
    }
    boolean everywhere =
        COST.stream()
            .mapToLong(metric -> claims(metric, verdict))
            .filter(count -> count > 0)
            .allMatch(count -> count == leads.size());
    return Optional.of(
        "%s needs less %s%s"
            .formatted(who, Wording.and(less), everywhere ? "" : " at some levels"));
  }

  private long claims(ComparedMetric metric, Verdict verdict) {
    return with(List.of(metric)).filter(level -> isClaim(level, verdict)).count();
  }

  private static Verdict opposite(Verdict verdict) {
    return verdict == Verdict.BETTER ? Verdict.WORSE : Verdict.BETTER;
  }

  private List<Integer> at(Predicate<Lead> which) {
    return leads.entrySet().stream()
        .filter(entry -> which.test(entry.getValue()))
        .map(entry -> entry.getKey())
        .toList();
  }

  private String name(Lead leader) {
    return leader == Lead.CANDIDATE ? comparison.candidate() : comparison.baseline();
  }
}
