package tasktracker.analysis.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the run charts of a comparison say about drift, sentences without their end.
 *
 * @param comparison whose charts they are
 */
public record DriftSentences(Comparison comparison) {
  /** None where nothing was found. */
  public List<String> all() {
    List<String> sentences = new ArrayList<>();
    found(RunChart::machine)
        .map(found ->
            "The machine drifted while %s and %s were measured in turn: %s of both"
                .formatted(comparison.baseline(), comparison.candidate(), found))
        .ifPresent(sentences::add);
    found(RunChart::ratio)
        .map(found ->
            "What %s is beside %s drifted, and its intervals assume that it does not: %s"
                .formatted(comparison.candidate(), comparison.baseline(), found))
        .ifPresent(sentences::add);
    return sentences;
  }

  private Optional<String> found(Function<RunChart, Drift> which) {
    List<String> parts =
        comparison.charts().stream()
            .filter(chart -> which.apply(chart).isFound())
            .map(chart -> chart.metric().label() + " " + text(which.apply(chart)))
            .toList();
    return parts.isEmpty() ? Optional.empty() : Optional.of(Wording.and(parts));
  }

  private static String text(Drift drift) {
    return drift.hasTrend()
        ? String.format(
            Locale.ROOT,
            "%s by %.0f %% from the first pair to the last (p = %.3f)",
            drift.change() < 0 ? "fell" : "rose",
            Math.abs(100 * drift.change()),
            drift.trendP())
        : String.format(
            Locale.ROOT,
            "is like that of the pair before (correlation %.2f, p = %.3f)",
            drift.lag1(),
            drift.lag1P());
  }
}
