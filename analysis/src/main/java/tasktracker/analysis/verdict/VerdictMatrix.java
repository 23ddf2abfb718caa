package tasktracker.analysis.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A comparison as a small table: how far the candidate is from the baseline in each headline metric
 * at each level, with a word and a shape, so that nobody depends on colours.
 *
 * @param baseline the one that is compared with
 * @param candidate the one that is judged
 * @param levels the columns, by rising concurrency
 * @param rows a row for each metric
 */
public record VerdictMatrix(
    String baseline, String candidate, List<Integer> levels, List<Row> rows) {

  /** Copies the lists. */
  public VerdictMatrix {
    levels = List.copyOf(levels);
    rows = List.copyOf(rows);
  }

  /**
   * A metric.
   *
   * @param metric what is compared
   * @param cells one for each level
   */
  public record Row(ComparedMetric metric, List<Cell> cells) {

    /** Copies the list. */
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A metric at a level.
   *
   * @param size such as {@code × 0.46} or {@code +0.30 points}
   * @param word what may be said about it
   */
  public record Cell(String size, Word word) {

    @Override
    public String toString() {
      return word == Word.MISSING ? size : (size + " " + word).strip();
    }
  }

  /** What may be said about the candidate. */
  public enum Word {
    /** A claim: better than the baseline. */
    BETTER("▲"),
    /** A claim: worse than the baseline. */
    WORSE("▼"),
    /** The whole interval is within the equivalence margin. */
    SAME("="),
    /** Nothing is sure. */
    UNSURE("?"),
    /** The two did different work. */
    NOT_COMPARABLE("≠"),
    /** One of them has no figure. */
    MISSING("");

    private final String shape;

    Word(String shape) {
      this.shape = shape;
    }

    private static Word on(LevelComparison level, AnalysisSettings settings) {
      return switch (level.verdict()) {
        case EQUIVALENT -> SAME;
        case UNDECIDED -> UNSURE;
        case NOT_COMPARABLE -> NOT_COMPARABLE;
        case BETTER, WORSE ->
            !level.isClaim(settings) ? UNSURE : level.verdict() == Verdict.BETTER ? BETTER : WORSE;
      };
    }

    /** Shape and word: {@code ▲ better}. */
    @Override
    public String toString() {
      return (shape + " " + name().toLowerCase(Locale.ROOT).replace('_', ' ')).strip();
    }
  }

  /** The matrix of a comparison. A metric without a figure, or without a failure, has no row. */
  static VerdictMatrix of(Comparison comparison, AnalysisSettings settings) {
    List<Integer> levels =
        comparison.levels().stream().map(LevelComparison::concurrency).distinct().sorted().toList();
    List<Row> rows = new ArrayList<>();
    for (ComparedMetric metric : ComparedMetric.values()) {
      List<LevelComparison> of =
          comparison.of(metric).stream().filter(VerdictMatrix::isShown).toList();
      if (metric.headline()
          && !of.isEmpty()
          && !of.stream().allMatch(LevelComparison::nothingFailed)) {
        rows.add(new Row(metric, levels.stream().map(level -> cell(of, level, settings)).toList()));
      }
    }
    return new VerdictMatrix(comparison.baseline(), comparison.candidate(), levels, rows);
  }

  private static boolean isShown(LevelComparison level) {
    return level.effect() != null
        || (level.verdict() == Verdict.NOT_COMPARABLE
            && level.baseline() != null
            && level.candidate() != null);
  }

  private static Cell cell(List<LevelComparison> of, int level, AnalysisSettings settings) {
    Optional<LevelComparison> found =
        of.stream().filter(each -> each.concurrency() == level).findFirst();
    return found
        .map(each ->
            new Cell(each.effect() == null ? "" : size(each.effect()), Word.on(each, settings)))
        .orElse(new Cell("N/A", Word.MISSING));
  }

  private static String size(Effect effect) {
    double value = effect.estimate().value();
    String number = Wording.number(value);
    return switch (effect.scale()) {
      // What is not 1 does not look like it, as a winner may be named that is a little ahead.
      case RATIO ->
          "× "
              + (number.equals("1.00") && value != 1
                  ? String.format(Locale.ROOT, "%.4f", value)
                  : number);
      case DIFFERENCE -> (value > 0 ? "+" : "") + Wording.number(value) + " points";
    };
  }

  /** Headings of the columns: what is divided by what, and the levels. */
  public List<String> headings() {
    return Stream.concat(
            Stream.of(candidate + " / " + baseline), levels.stream().map(level -> level + " users"))
        .toList();
  }

  /** The rows as texts, as wide as the headings. */
  public List<List<String>> texts() {
    return rows.stream()
        .map(row ->
            Stream.concat(
                    Stream.of(Wording.capital(row.metric().label())),
                    row.cells().stream().map(Cell::toString))
                .toList())
        .toList();
  }
}
