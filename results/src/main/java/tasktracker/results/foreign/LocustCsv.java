package tasktracker.results.foreign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tasktracker.error.UsageException;
import tasktracker.load.recording.ForeignRecorder;
import tasktracker.load.recording.ForeignRecorder.Span;
import tasktracker.results.HistoryReader;
import tasktracker.results.LatencyFigures;
import tasktracker.results.RunFigures;
import tasktracker.results.file.TextFile;

/**
 * What {@code locust --csv PREFIX} writes: sums of the whole run in {@code PREFIX_stats.csv}, and
 * how they grew in {@code PREFIX_stats_history.csv}. Percentiles of a part of the run cannot be had
 * from them: those of the history are of ten seconds that overlap, and rounded.
 */
final class LocustCsv implements ForeignFormat {
  private static final String STATS = "_stats.csv";
  private static final String HISTORY = "_stats_history.csv";
  private static final double LONGEST_MS = 7 * 24 * 3600 * 1e3;
  private static final double MANY = 1e15;

  @Override
  public String name() {
    return "locust-csv";
  }

  @Override
  public String shortName() {
    return "locust";
  }

  @Override
  public String generator() {
    return "Locust";
  }

  @Override
  public String outputName() {
    return "locust";
  }

  @Override
  public List<String> unknown() {
    return List.of(
        "Locust's files hold percentiles of the whole run alone, rounded to two digits, so that no"
            + " second of it can be looked into",
        "Locust does not tell how many requests an iteration made");
  }

  /** Two digits, but nothing below a millisecond. */
  @Override
  public double stepAt(double latencyMs) {
    return Math.pow(10, Math.max(0, Math.floor(Math.log10(latencyMs)) - 1));
  }

  @Override
  public boolean canBeCut() {
    return false;
  }

  @Override
  public Path output(Path told) {
    return told.resolveSibling(told.getFileName() + STATS);
  }

  @Override
  public ForeignRecords read(Path file, ReadingProgress progress) {
    String prefix = prefix(file);
    Path stats = file.resolveSibling(prefix + STATS);
    Path history = file.resolveSibling(prefix + HISTORY);
    Sums sums = sums(stats, progress);
    List<String> warnings = new ArrayList<>();
    if (!TextFile.isThere(history)) {
      throw new UsageException(
          "%s: is not there, beside %s: it tells how long the run took"
              .formatted(history, stats.getFileName()));
    }
    List<HistoryReader.Row> rows = sinceReset(HistoryReader.read(history, warnings::add));
    if (rows.isEmpty()) {
      throw new UsageException(
          warnings.isEmpty() ? history + ": has no row of all requests" : warnings.getFirst());
    }
    return new WholeRun(
        sums, rows, Map.of("stats_stats.csv", stats, "stats_stats_history.csv", history));
  }

  /** Of either file, or what was given to {@code --csv}. */
  private static String prefix(Path file) {
    String name = file.getFileName().toString();
    for (String end : List.of(HISTORY, STATS)) {
      if (name.endsWith(end)) {
        return name.substring(0, name.length() - end.length());
      }
    }
    return name;
  }

  /** With {@code --reset-stats} all counts begin anew when all users run. */
  private static List<HistoryReader.Row> sinceReset(List<HistoryReader.Row> rows) {
    int begin = 0;
    for (int i = 1; i < rows.size(); i++) {
      if (rows.get(i).requests() < rows.get(i - 1).requests()) {
        begin = i;
      }
    }
    return rows.subList(begin, rows.size());
  }

  /** The row of all requests together. */
  private record Sums(long requests, long failures, Double perSecond, LatencyFigures latency) {}

  private static Sums sums(Path stats, ReadingProgress progress) {
    try (CsvRows rows = new CsvRows(stats, progress)) {
      Columns columns =
          Columns.of(
              rows,
              "Locust's statistics",
              "Name",
              "Request Count",
              "Failure Count",
              "Average Response Time",
              "Requests/s",
              "50%",
              "95%",
              "99%");
      while (columns.next(rows)) {
        if (HistoryReader.isOfAll(rows.text(columns.of("Name")))) {
          return sums(rows, columns);
        }
      }
      throw rows.mistake("the file ends without the row Aggregated");
    }
  }

  private static Sums sums(CsvRows rows, Columns columns) {
    long requests = (long) rows.number(columns.of("Request Count"), "Request Count", MANY);
    long failures = (long) rows.number(columns.of("Failure Count"), "Failure Count", MANY);
    if (failures > requests || requests == 0) {
      throw rows.mistake(
          String.format(Locale.ROOT, "%d of %d requests failed", failures, requests));
    }
    return new Sums(
        requests,
        failures,
        millis(rows, columns, "Requests/s", MANY),
        new LatencyFigures(
            millis(rows, columns, "50%", LONGEST_MS),
            millis(rows, columns, "95%", LONGEST_MS),
            millis(rows, columns, "99%", LONGEST_MS),
            millis(rows, columns, "Average Response Time", LONGEST_MS),
            millis(rows, columns, "Min Response Time", LONGEST_MS),
            millis(rows, columns, "Max Response Time", LONGEST_MS)));
  }

  /** A figure; {@code null} where the file has none. */
  private static Double millis(CsvRows rows, Columns columns, String name, double most) {
    int column = columns.of(name);
    return column < 0 || rows.text(column).strip().equals("N/A")
        ? null
        : (Double) rows.number(column, name, most);
  }

  /** Sums, and how long they grew. */
  private record WholeRun(Sums sums, List<HistoryReader.Row> rows, Map<String, Path> files)
      implements ForeignRecords {

    /**
     * From the row before the first request on, as long as so many requests at such a rate take:
     * the history may lack its last rows, because Locust writes it every ten seconds.
     */
    @Override
    public Span span() {
      long begin =
          rows.stream()
              .takeWhile(row -> row.requests() == 0)
              .reduce((_, later) -> later)
              .orElse(rows.getFirst())
              .epochSecond();
      Double perSecond = sums.perSecond();
      long length =
          perSecond == null || perSecond == 0
              ? rows.getLast().epochSecond() - begin
              : Math.round(sums.requests() / perSecond);
      return new Span(begin, begin + Math.clamp(length, 1, ForeignRecorder.LONGEST));
    }

    @Override
    public Optional<Integer> mostUsers() {
      return rows.stream()
          .map(HistoryReader.Row::users)
          .max(Integer::compare)
          .filter(most -> most > 0);
    }

    /** To the end: Locust stops its users at once. */
    @Override
    public Optional<Span> atFullLoad() {
      Span all = span();
      return mostUsers()
          .flatMap(most -> rows.stream().filter(row -> row.users() == most).findFirst())
          .filter(row -> row.epochSecond() < all.until())
          .map(row -> new Span(Math.max(all.from(), row.epochSecond()), all.until()));
    }

    @Override
    public ForeignMeasurement part(Span part) {
      if (!part.equals(span())) {
        throw new IllegalArgumentException("Locust's files cannot be cut");
      }
      RunFigures figures =
          RunFigures.of(sums.requests(), sums.failures(), (double) part.seconds(), sums.latency());
      return new ForeignMeasurement(
          part,
          sums.perSecond() == null
              ? figures
              : new RunFigures(
                  sums.perSecond(),
                  figures.latency(),
                  figures.errorRate(),
                  figures.totalRequests(),
                  figures.totalFailures()),
          Optional.empty(),
          files,
          Optional.empty());
    }
  }
}
