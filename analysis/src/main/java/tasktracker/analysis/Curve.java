package tasktracker.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One figure of one architecture over the tested levels.
 *
 * @param levels by rising load, each load once
 */
public record Curve(List<Level> levels) {

  /** Copies the levels. */
  public Curve {
    levels = List.copyOf(levels);
  }

  /**
   * One tested level.
   *
   * @param load concurrency or arrival rate
   * @param values the figure of each repetition that has one, in the order of the runs
   */
  public record Level(double load, List<Double> values) {

    /** Copies the values. */
    public Level {
      values = List.copyOf(values);
    }

    /** Whether any repetition has the figure. */
    public boolean isMeasured() {
      return !values.isEmpty();
    }

    /** The arithmetic mean over the repetitions; empty where no repetition has the figure. */
    public OptionalDouble mean() {
      return values.stream().mapToDouble(Double::doubleValue).average();
    }
  }

  /** Collects repetitions into a curve. */
  public static final class Builder {
    private final SortedMap<Double, List<Double>> values = new TreeMap<>();

    /** Adds one repetition; {@code null} is a run that lacks the figure: a gap, not a zero. */
    public Builder add(double load, Double value) {
      List<Double> repetitions = values.computeIfAbsent(load, _ -> new ArrayList<>());
      if (value != null) {
        repetitions.add(value);
      }
      return this;
    }

    /** Returns the curve of what was added so far. */
    public Curve build() {
      List<Level> levels = new ArrayList<>();
      values.forEach((load, repetitions) -> levels.add(new Level(load, repetitions)));
      return new Curve(levels);
    }
  }
}
