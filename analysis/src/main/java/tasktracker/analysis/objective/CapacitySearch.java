package tasktracker.analysis.objective;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Looks for the highest rate that meets an objective: doubles or halves until one rate meets it and
 * one misses it, bisects until the two are as near as asked for, and repeats both until each was
 * tried often enough. A rate counts as met when more of its tries met the objective than missed it.
 * Where tries of these two disagree, it repeats rates further apart, so that the bracket between
 * {@link #allMet()} and {@link #allMissed()} rests on tries that agree. Not thread-safe.
 */
public final class CapacitySearch {
  private final int start;
  private final int highest;
  private final double precision;
  private final int repeats;
  private final TreeMap<Integer, Votes> votes = new TreeMap<>();

  /**
   * A search that has tried nothing.
   *
   * @param start the first rate
   * @param highest no rate above it is tried
   * @param precision distance of the two rates, as a share of the lower one
   * @param repeats how often the two are tried
   */
  public CapacitySearch(int start, int highest, double precision, int repeats) {
    this.start = Math.min(start, highest);
    this.highest = highest;
    this.precision = precision;
    this.repeats = repeats;
  }

  /**
   * How the tries of one rate ended.
   *
   * @param met tries that met the objective
   * @param tries all of them
   */
  public record Votes(int met, int tries) {
    static final Votes NONE = new Votes(0, 0);

    /** Whether most of them met it. */
    public boolean isMet() {
      return 2 * met > tries;
    }

    private Votes plus(boolean isMet) {
      return new Votes(met + (isMet ? 1 : 0), tries + 1);
    }
  }

  /** The rate to try next; empty when the search is over. */
  public OptionalInt next() {
    if (votes.isEmpty()) {
      return OptionalInt.of(start);
    }
    OptionalInt met = met();
    OptionalInt missed = missed();
    if (missed.isEmpty()) {
      return met.getAsInt() >= highest
          ? unlessTriedEnough(met.getAsInt())
          : OptionalInt.of(Math.min(highest, 2 * met.getAsInt()));
    }
    if (met.isEmpty()) {
      return missed.getAsInt() == 1 ? unlessTriedEnough(1) : OptionalInt.of(missed.getAsInt() / 2);
    }
    int low = met.getAsInt();
    int high = missed.getAsInt();
    if (high - low > 1 && high > low * (1 + precision)) {
      return OptionalInt.of(
          Math.clamp(Math.round(Math.sqrt((double) low * high)), low + 1, high - 1));
    }
    return IntStream.of(low, high, allMet().orElse(low), allMissed().orElse(high))
        .filter(rate -> tried(rate).tries() < repeats)
        .mapToObj(OptionalInt::of)
        .findFirst()
        .orElse(OptionalInt.empty());
  }

  private OptionalInt unlessTriedEnough(int rate) {
    return tried(rate).tries() < repeats ? OptionalInt.of(rate) : OptionalInt.empty();
  }

  /** The highest rate that all its tries met, as all tries of lower rates did. */
  public OptionalInt allMet() {
    int limit =
        votes.entrySet().stream()
            .filter(rate -> rate.getValue().met() < rate.getValue().tries())
            .mapToInt(Map.Entry::getKey)
            .min()
            .orElse(Integer.MAX_VALUE);
    return votes.headMap(limit).keySet().stream().mapToInt(Integer::intValue).max();
  }

  /** The lowest rate that all its tries missed, as all tries of higher rates did. */
  public OptionalInt allMissed() {
    int limit =
        votes.entrySet().stream()
            .filter(rate -> rate.getValue().met() > 0)
            .mapToInt(Map.Entry::getKey)
            .max()
            .orElse(0);
    return votes.tailMap(limit, false).keySet().stream().mapToInt(Integer::intValue).min();
  }

  /** Keeps how a try ended. */
  public void add(int rate, boolean isMet) {
    votes.put(rate, tried(rate).plus(isMet));
  }

  /** How the tries of a rate ended so far. */
  public Votes tried(int rate) {
    return votes.getOrDefault(rate, Votes.NONE);
  }

  /** The lowest rate that misses the objective. */
  public OptionalInt missed() {
    return votes.entrySet().stream()
        .filter(rate -> !rate.getValue().isMet())
        .mapToInt(Map.Entry::getKey)
        .findFirst();
  }

  /** The highest rate below that one that meets it. */
  public OptionalInt met() {
    int limit = missed().orElse(Integer.MAX_VALUE);
    return votes.headMap(limit).entrySet().stream()
        .filter(rate -> rate.getValue().isMet())
        .mapToInt(Map.Entry::getKey)
        .max();
  }
}
