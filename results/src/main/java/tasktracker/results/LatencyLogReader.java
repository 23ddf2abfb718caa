package tasktracker.results;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import tasktracker.error.UsageException;
import tasktracker.results.file.Lines;
import tasktracker.results.file.Lines.Line;
import tasktracker.results.file.TextFile;

/**
 * Reads {@code latency.hlog} of a run, second by second. Lines that hold no histogram are left out
 * with a warning, where HdrHistogram's own reader ends without a word.
 */
public final class LatencyLogReader {
  private static final String FAILED = "#failed";
  private static final Pattern START =
      Pattern.compile("#\\[StartTime: (\\d{1,12}(?:\\.\\d{1,9})?) .*");
  private static final Pattern INTERVAL =
      Pattern.compile(
          "(?:Tag=([^,]*),)?(\\d{1,12}(?:\\.\\d{1,9})?),(\\d{1,12}(?:\\.\\d{1,9})?),"
              + "([\\d.eE+-]{1,40}),([A-Za-z0-9+/=]+)");

  /** Times before the start of the log by more than this count from the start. */
  private static final double A_YEAR = 365.0 * 24 * 3600;

  /** A log of less than this part of its seconds is not that of the whole measurement. */
  private static final int LEAST_PART = 10;

  private static final long MOST_REQUESTS = 1_000_000_000_000L;
  private static final int MOST_VALUES = 20_000_000;

  private final Path file;
  private final List<SortedMap<Long, Long>> latencies = new ArrayList<>();
  private final List<SortedMap<Long, Long>> successful = new ArrayList<>();
  private final List<Long> failures = new ArrayList<>();
  private final int seconds;
  private final Predicate<String> endpoints;
  private double start = Double.NaN;
  private int values;
  private boolean endsDamaged;
  private int damaged;
  private String firstDamage;

  private LatencyLogReader(Path file, int seconds, Predicate<String> endpoints) {
    this.file = file;
    this.seconds = seconds;
    this.endpoints = endpoints;
  }

  /**
   * The requests of one second, those endpoints together that were asked for.
   *
   * @param latencies how many requests took so many microseconds
   * @param successful those of them that succeeded, likewise
   * @param failures how many of them failed
   */
  public record LoggedSecond(
      SortedMap<Long, Long> latencies, SortedMap<Long, Long> successful, long failures) {}

  /**
   * Reads all seconds of the measurement, or those before a damaged end; one without requests is
   * empty.
   *
   * @param seconds length of the measurement
   * @param warnings take what could not be used
   * @return empty where there is no such file, or one that ends before a tenth of the measurement
   */
  public static List<LoggedSecond> read(Path file, int seconds, Consumer<String> warnings) {
    return read(file, seconds, _ -> true, warnings);
  }

  /**
   * The same of some endpoints alone; empty where the log names none of them.
   *
   * @param endpoints tells by its method and name, such as {@code GET /items}
   */
  public static List<LoggedSecond> read(
      Path file, int seconds, Predicate<String> endpoints, Consumer<String> warnings) {
    if (!TextFile.isThere(file)) {
      return List.of();
    }
    LatencyLogReader reader = new LatencyLogReader(file, seconds, endpoints);
    try (Lines lines = TextFile.lines(file)) {
      for (Optional<Line> next = lines.next(); next.isPresent(); next = lines.next()) {
        reader.read(next.get());
      }
    } catch (UsageException e) {
      warnings.accept(e.getMessage() + "; the log of latencies is left out");
      return List.of();
    }
    return reader.all(warnings);
  }

  private List<LoggedSecond> all(Consumer<String> warnings) {
    if (damaged > 0) {
      warnings.accept(
          "%s: left out, no histogram%s; the rest is used"
              .formatted(
                  firstDamage, damaged == 1 ? "" : ", as %d more lines".formatted(damaged - 1)));
    }
    if (latencies.isEmpty()) {
      return List.of();
    }
    // What is behind a damaged end is not known; without one, nothing was answered there.
    int known = endsDamaged ? latencies.size() : seconds;
    if (latencies.size() < known / LEAST_PART) {
      warnings.accept(
          "%s: left out, it ends after %d s of a measurement of %d s"
              .formatted(file, latencies.size(), seconds));
      return List.of();
    }
    List<LoggedSecond> read = new ArrayList<>();
    for (int i = 0; i < known; i++) {
      read.add(
          i < latencies.size()
              ? new LoggedSecond(latencies.get(i), successful.get(i), failures.get(i))
              : new LoggedSecond(new TreeMap<>(), new TreeMap<>(), 0));
    }
    return read;
  }

  private void read(Line line) {
    endsDamaged = false;
    try {
      String text = text(line);
      Matcher begin = START.matcher(text);
      if (begin.matches()) {
        start = Double.parseDouble(begin.group(1));
      } else if (!text.isBlank() && text.charAt(0) != '#' && text.charAt(0) != '"') {
        interval(text);
      }
    } catch (DataFormatException e) {
      damaged++;
      endsDamaged = true;
      firstDamage = firstDamage == null ? line.place() : firstDamage;
    }
  }

  private static String text(Line line) throws DataFormatException {
    try {
      return line.text();
    } catch (UsageException e) {
      throw (DataFormatException) new DataFormatException("not UTF-8").initCause(e);
    }
  }

  private void interval(String text) throws DataFormatException {
    Matcher interval = INTERVAL.matcher(text);
    if (!interval.matches()) {
      throw new DataFormatException("not an interval");
    }
    String tag = interval.group(1) == null ? "" : interval.group(1);
    boolean failed = tag.endsWith(FAILED);
    if ((failed || tag.indexOf('#') < 0) && endpoints.test(endpoint(tag))) {
      Histogram histogram = histogram(interval.group(5));
      int second = second(Double.parseDouble(interval.group(2)));
      while (latencies.size() <= second) {
        latencies.add(new TreeMap<>());
        successful.add(new TreeMap<>());
        failures.add(0L);
      }
      add(histogram, latencies.get(second));
      if (failed) {
        failures.set(second, failures.get(second) + histogram.getTotalCount());
      } else {
        add(histogram, successful.get(second));
      }
    }
  }

  private static String endpoint(String tag) throws DataFormatException {
    try {
      int end = tag.indexOf('#');
      return URLDecoder.decode((end < 0 ? tag : tag.substring(0, end)).replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      throw (DataFormatException) new DataFormatException("no name").initCause(e);
    }
  }

  private int second(double time) {
    start = Double.isNaN(start) ? time : start;
    double since = time < start - A_YEAR ? time : time - start;
    return Math.clamp(Math.round(since), 0, seconds - 1);
  }

  /** The decoder of HdrHistogram answers damage with whatever its arrays and buffers throw. */
  private static Histogram histogram(String encoded) throws DataFormatException {
    try {
      var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
      Histogram histogram = Histogram.decodeFromCompressedByteBuffer(bytes, 0);
      if (histogram.getTotalCount() < 0 || histogram.getTotalCount() > MOST_REQUESTS) {
        throw new DataFormatException("too many requests");
      }
      return histogram;
    } catch (RuntimeException e) {
      throw (DataFormatException) new DataFormatException("no histogram").initCause(e);
    }
  }

  private void add(Histogram histogram, SortedMap<Long, Long> sums) {
    for (HistogramIterationValue each : histogram.recordedValues()) {
      sums.merge(each.getValueIteratedTo(), each.getCountAtValueIteratedTo(), Long::sum);
      values++;
      UsageException.unless(values <= MOST_VALUES, "%s: more than %d latencies", file, MOST_VALUES);
    }
  }
}
