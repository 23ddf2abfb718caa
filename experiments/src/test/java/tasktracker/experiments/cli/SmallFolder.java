package tasktracker.experiments.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/** A results folder of invented figures, as files that tests can damage. */
final class SmallFolder {
  static final long BEGIN = 1_780_000_000L;
  static final int SECONDS = 10;

  private final Path path;
  private final List<String> lines = new ArrayList<>();

  private SmallFolder(Path path) {
    this.path = path;
  }

  /** One run of two architectures at 10, 50 and 200 users each, without files of the runs. */
  static SmallFolder of(Path path) throws IOException {
    Files.createDirectories(path);
    Files.writeString(path.resolve("config.json"), "{}");
    SmallFolder folder = new SmallFolder(path);
    for (int users : new int[] {10, 50, 200}) {
      folder.run("monolith", users, 7.2);
      folder.run("microservices", users, 11.0);
    }
    return folder.write();
  }

  private void run(String architecture, int users, double p95) {
    lines.add(
        """
        {"arch": "%s", "concurrency": %d, "duration_s": %d, "warmup_s": 3, "spawn_rate": 100.0,\
         "throughput_rps": %.1f, "latency_p50_ms": 3.1, "latency_p95_ms": %.1f,\
         "latency_p99_ms": 12.5, "latency_avg_ms": 3.6, "latency_min_ms": 0.9,\
         "latency_max_ms": 40.0, "error_rate": 0.0, "total_requests": %d, "total_failures": 0,\
         "start_ts": "2026-11-24T10:15:00Z", "end_ts": "2026-11-24T10:15:10Z",\
         "raw_csv_path": "%s/stats_stats.csv", "resources": null, "efficiency": null}\
        """
            .formatted(
                architecture,
                users,
                SECONDS,
                9.5 * users,
                p95,
                95 * users,
                runFolder(lines.size(), architecture, users)));
  }

  private static String runFolder(int index, String architecture, int users) {
    return String.format(Locale.ROOT, "run_%03d_%s_c%d", index, architecture, users);
  }

  SmallFolder write() throws IOException {
    Files.writeString(file("results.jsonl"), String.join("\n", lines) + "\n");
    return this;
  }

  Path path() {
    return path;
  }

  Path file(String name) {
    return path.resolve(name);
  }

  /** Replaces text of a line, counted from 1; what is not there is a mistake of the test. */
  SmallFolder change(int line, String from, String to) throws IOException {
    String before = lines.get(line - 1);
    if (!before.contains(from)) {
      throw new AssertionError(from + " is not in " + before);
    }
    lines.set(line - 1, before.replace(from, to));
    return write();
  }

  /** Removes the lines that hold a text. */
  SmallFolder remove(String text) throws IOException {
    lines.removeIf(line -> line.contains(text));
    return write();
  }

  /** Adds a line. */
  SmallFolder add(String line) throws IOException {
    lines.add(line);
    return write();
  }

  String line(int number) {
    return lines.get(number - 1);
  }

  int size() {
    return lines.size();
  }

  /** Adds a history with this text for the time, which has the place {@code %d}. */
  Path history(int run, String heading, String row) throws IOException {
    Path file = Files.createDirectories(folderOf(run)).resolve("stats_stats_history.csv");
    StringBuilder text = new StringBuilder(heading).append('\n');
    for (int i = 0; i < SECONDS; i++) {
      text.append(row.formatted(BEGIN + i)).append('\n');
    }
    return Files.writeString(file, text);
  }

  /** Adds a log of latencies: ten requests of about 3 ms in every second. */
  Path latencies(int run) throws IOException {
    Path file = Files.createDirectories(folderOf(run)).resolve("latency.hlog");
    try (OutputStream out = Files.newOutputStream(file)) {
      HistogramLogWriter log = new HistogramLogWriter(out);
      log.outputLogFormatVersion();
      log.outputStartTime(BEGIN * 1000);
      log.outputLegend();
      for (int i = 0; i < SECONDS; i++) {
        Histogram histogram = new Histogram(3);
        for (int j = 0; j < 10; j++) {
          histogram.recordValue(3_000 + 100 * j + i);
        }
        histogram.setTag("GET%20/tasks");
        log.outputIntervalHistogram((double) BEGIN + i, BEGIN + i + 1.0, histogram, 1_000);
      }
      log.close();
    }
    return file;
  }

  private Path folderOf(int run) {
    String line = line(run);
    int begin = line.indexOf("run_");
    return path.resolve(line.substring(begin, line.indexOf('/', begin)));
  }
}
