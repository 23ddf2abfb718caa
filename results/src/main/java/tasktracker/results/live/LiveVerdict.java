package tasktracker.results.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tasktracker.analysis.verdict.Overview;
import tasktracker.analysis.verdict.RunAssessment;
import tasktracker.analysis.verdict.SweepAnalysis;
import tasktracker.analysis.verdict.VerdictMatrix;
import tasktracker.load.watch.Validity;

/**
 * What an experiment found: the line {@code verdict} of {@code live.jsonl}.
 *
 * @param headlines a dozen words each
 * @param matrices one for each comparison
 * @param sentences the same in words
 * @param limits what limits it; empty where nothing does
 * @param warnings what is known to be wrong with the data
 * @param validity number of runs by their validity
 */
public record LiveVerdict(
    Instant at,
    List<String> headlines,
    List<Matrix> matrices,
    List<String> sentences,
    String limits,
    List<String> warnings,
    Map<String, Integer> validity)
    implements LiveEvent {

  /** Copies the lists. */
  public LiveVerdict {
    headlines = headlines == null ? List.of() : List.copyOf(headlines);
    matrices = matrices == null ? List.of() : List.copyOf(matrices);
    sentences = sentences == null ? List.of() : List.copyOf(sentences);
    limits = limits == null ? "" : limits;
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
    validity = validity == null ? Map.of() : Map.copyOf(validity);
  }

  /**
   * Candidate against baseline: a row for each metric, a column for each level.
   *
   * @param headings the first says what is divided by what
   */
  public record Matrix(List<String> headings, List<Row> rows) {

    /** Copies the lists. */
    public Matrix {
      headings = List.copyOf(headings);
      rows = List.copyOf(rows);
    }
  }

  /** A metric, by its name in sentences. */
  public record Row(String metric, List<Cell> cells) {

    /** Copies the list. */
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A metric at a level.
   *
   * @param size such as {@code × 0.46}
   * @param word shape and word, such as {@code ▲ better}
   * @param tone {@code better}, {@code worse} or another word
   */
  public record Cell(String size, String word, String tone) {}

  /** What an analysis says. */
  public static LiveVerdict of(SweepAnalysis analysis) {
    Overview overview = Overview.of(analysis);
    return new LiveVerdict(
        Instant.now(),
        overview.headlines(),
        overview.matrices().stream().map(LiveVerdict::matrix).toList(),
        analysis.sentences(),
        overview.limits(),
        analysis.warnings(),
        counts(
            analysis.runs().stream()
                .map(RunAssessment::validity)
                .filter(Objects::nonNull)
                .toList()));
  }

  /** Sentences alone, on runs of this validity. */
  public static LiveVerdict of(List<String> sentences, List<Validity> runs) {
    return new LiveVerdict(
        Instant.now(),
        sentences.isEmpty() ? List.of() : sentences.subList(0, 1),
        List.of(),
        sentences.isEmpty() ? List.of() : sentences.subList(1, sentences.size()),
        "",
        List.of(),
        counts(runs));
  }

  private static Map<String, Integer> counts(List<Validity> runs) {
    Map<String, Integer> counts = new TreeMap<>();
    runs.forEach(each -> counts.merge(each.name(), 1, Integer::sum));
    return counts;
  }

  private static Matrix matrix(VerdictMatrix matrix) {
    List<Row> rows = new ArrayList<>();
    List<List<String>> texts = matrix.texts();
    for (int i = 0; i < texts.size(); i++) {
      rows.add(
          new Row(
              texts.get(i).getFirst(),
              matrix.rows().get(i).cells().stream().map(LiveVerdict::cell).toList()));
    }
    return new Matrix(matrix.headings(), rows);
  }

  private static Cell cell(VerdictMatrix.Cell cell) {
    return new Cell(
        cell.size(), cell.word().toString(), cell.word().name().toLowerCase(Locale.ROOT));
  }
}
