package tasktracker.experiments.result;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.HistogramIterationValue;
import org.HdrHistogram.HistogramLogReader;
import tasktracker.experiments.UsageException;

/** Reads {@code latency.hlog} of a run, second by second. */
public final class LatencyLogReader {
  private static final String FAILED = "#failed";

  private LatencyLogReader() {}

  /**
   * The requests of one second, all endpoints together.
   *
   * @param latencies how many requests took so many microseconds
   * @param successful those of them that succeeded, likewise
   * @param failures how many of them failed
   */
  public record LoggedSecond(
      SortedMap<Long, Long> latencies, SortedMap<Long, Long> successful, long failures) {}

  /**
   * Reads all seconds of the measurement; one without requests is empty.
   *
   * @param seconds length of the measurement
   * @return empty where there is no such file
   * @throws UsageException if the file holds something else
   */
  public static List<LoggedSecond> read(Path file, int seconds) {
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    List<SortedMap<Long, Long>> latencies = new ArrayList<>();
    List<SortedMap<Long, Long>> successful = new ArrayList<>();
    for (int i = 0; i < seconds; i++) {
      latencies.add(new TreeMap<>());
      successful.add(new TreeMap<>());
    }
    long[] failures = new long[seconds];
    try (HistogramLogReader log = new HistogramLogReader(file.toFile())) {
      for (EncodableHistogram next = log.nextIntervalHistogram();
          next != null;
          next = log.nextIntervalHistogram()) {
        String tag = next.getTag() == null ? "" : next.getTag();
        boolean failed = tag.endsWith(FAILED);
        boolean counts = failed || tag.indexOf('#') < 0;
        if (counts && next instanceof AbstractHistogram histogram) {
          double since = next.getStartTimeStamp() / 1e3 - log.getStartTimeSec();
          int second = Math.clamp(Math.round(since), 0, seconds - 1);
          add(histogram, latencies.get(second));
          if (failed) {
            failures[second] += histogram.getTotalCount();
          } else {
            add(histogram, successful.get(second));
          }
        }
      }
    } catch (FileNotFoundException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      throw new UsageException(file + ": not a log of histograms: " + e.getMessage(), e);
    }
    List<LoggedSecond> read = new ArrayList<>();
    for (int i = 0; i < seconds; i++) {
      read.add(new LoggedSecond(latencies.get(i), successful.get(i), failures[i]));
    }
    return read;
  }

  private static void add(AbstractHistogram histogram, SortedMap<Long, Long> sums) {
    for (HistogramIterationValue each : histogram.recordedValues()) {
      sums.merge(each.getValueIteratedTo(), each.getCountAtValueIteratedTo(), Long::sum);
    }
  }
}
