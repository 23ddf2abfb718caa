package tasktracker.report.locust;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import tasktracker.load.recording.Endpoint;
import tasktracker.load.recording.EndpointStatistics;
import tasktracker.load.recording.Latencies;
import tasktracker.load.recording.Recording;
import tasktracker.load.recording.Second;

/**
 * {@code latency.hlog}: an HdrHistogram interval log with one histogram per endpoint and second.
 * Values are microseconds, the maximum of a line is in milliseconds. The tag is method and name;
 * the characters that a tag cannot hold are written as in a URL ({@code
 * GET%20[Tasks]%20List%20All}). Failed requests have a histogram of their own, with {@code #failed}
 * after the tag.
 */
final class LatencyLog {
  private static final double MICROS_PER_MILLI = 1_000;
  private static final Pattern RESERVED = Pattern.compile("[\\s,%#]");

  private final HistogramLogWriter log;

  private LatencyLog(HistogramLogWriter log) {
    this.log = log;
  }

  static void write(Recording recording, Instant start, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      LatencyLog log = new LatencyLog(new HistogramLogWriter(out));
      log.header(start);
      recording.seconds().forEach(log::second);
      log.log.close();
    }
  }

  private void header(Instant start) {
    log.outputComment("[Latencies in microseconds; one histogram per endpoint and second]");
    log.outputLogFormatVersion();
    log.outputStartTime(start.toEpochMilli());
    log.outputLegend();
  }

  private void second(Second second) {
    for (EndpointStatistics statistics : second.endpoints()) {
      String tag = tag(statistics.endpoint());
      histogram(second, tag, statistics.successful());
      histogram(second, tag + "#failed", statistics.failed());
    }
  }

  private void histogram(Second second, String tag, Latencies latencies) {
    if (latencies.isEmpty()) {
      return;
    }
    Histogram histogram = latencies.toHistogram();
    histogram.setTag(tag);
    double start = second.start().toEpochMilli() / 1e3;
    double end = start + second.length().toMillis() / 1e3;
    log.outputIntervalHistogram(start, end, histogram, MICROS_PER_MILLI);
  }

  private static String tag(Endpoint endpoint) {
    return RESERVED
        .matcher(endpoint.method() + " " + endpoint.name())
        .replaceAll(match -> "%%%02X".formatted((int) match.group().charAt(0)));
  }
}
