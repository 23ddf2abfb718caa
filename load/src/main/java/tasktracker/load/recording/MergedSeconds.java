package tasktracker.load.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/** What several generators noted second by second, of seconds that began at the same moments. */
public final class MergedSeconds {
  private MergedSeconds() {}

  /** The n-th second of one together with the n-th of the other, as far as there are any. */
  public static <T> List<T> together(List<T> some, List<T> others, BinaryOperator<T> plus) {
    List<T> longer = some.size() < others.size() ? others : some;
    int both = Math.min(some.size(), others.size());
    List<T> all = new ArrayList<>();
    for (int i = 0; i < both; i++) {
      all.add(plus.apply(some.get(i), others.get(i)));
    }
    all.addAll(longer.subList(both, longer.size()));
    return List.copyOf(all);
  }
}
