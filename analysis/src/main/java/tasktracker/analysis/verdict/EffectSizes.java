package tasktracker.analysis.verdict;

import java.util.Comparator;
import java.util.List;

/** How large the effect on one metric is, from the least to the largest over some levels. */
record EffectSizes(Comparison comparison, List<LevelComparison> levels) {
  private static final Comparator<LevelComparison> BY_SIZE =
      Comparator.comparingDouble(level -> level.effect().estimate().value());

  /** {@code b has 1.52 (1.40–1.64, at 10 users) to 2.05 (at 50 users) times that of a}. */
  String text() {
    LevelComparison least = levels.stream().min(BY_SIZE).orElseThrow();
    LevelComparison most = levels.stream().max(BY_SIZE).orElseThrow();
    String span = least.equals(most) ? size(least) : size(least) + " to " + size(most);
    return switch (least.metric().scale()) {
      case RATIO ->
          "%s has %s times that of %s"
              .formatted(comparison.candidate(), span, comparison.baseline());
      case DIFFERENCE ->
          "%s less %s is %s percentage points"
              .formatted(comparison.candidate(), comparison.baseline(), span);
    };
  }

  private static String size(LevelComparison level) {
    boolean bare = level.effect().estimate().interval() == null;
    return "%s (%sat %d users%s)"
        .formatted(
            Wording.number(level.effect().estimate().value()),
            bare ? "" : Wording.interval(level.effect()) + ", ",
            level.concurrency(),
            level.deciding() == null
                ? ""
                : ", decided at " + Wording.number(level.deciding().effect().estimate().value()));
  }
}
