package tasktracker.experiments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tasktracker.error.LabException;
import tasktracker.load.recording.EndpointStatistics;
import tasktracker.load.recording.Recording;
import tasktracker.report.locust.LocustFiles;
import tasktracker.results.Resources;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;
import tasktracker.results.file.FileFailure;
import tasktracker.results.foreign.ForeignFormat;
import tasktracker.results.foreign.ForeignMeasurement;

/**
 * A run that another load generator measured. What its files do not tell is missing: nobody watched
 * the generator, so that the run is not judged for it.
 *
 * @param warmup what was cut off before the measurement
 * @param resources what the system used meanwhile; empty where nobody looked
 */
record ForeignRun(
    RunName name,
    ForeignFormat format,
    ForeignMeasurement measurement,
    Duration warmup,
    Optional<Resources> resources) {

  /** How load was offered, in words. */
  static String loadModel(ForeignFormat format) {
    return "as the script of %s says".formatted(format.generator());
  }

  /**
   * Writes the files of the run.
   *
   * @throws LabException naming the file that cannot be written
   */
  void writeFiles(Path folder) {
    try {
      if (measurement.recording().isPresent()) {
        LocustFiles.writeRecording(
            measurement.recording().get(), measurement.start(), measurement.length(), folder);
      }
      for (Map.Entry<String, Path> file : measurement.files().entrySet()) {
        Files.copy(
            file.getValue(), folder.resolve(file.getKey()), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw FileFailure.writing(folder, e);
    }
  }

  /** The run as it is written to the results folder. */
  RunResult toResult() {
    Path folder = Path.of(name.folder());
    return new RunResult(
        name.architecture(),
        name.concurrency(),
        measurement.length(),
        warmup,
        null,
        measurement.figures(),
        measurement.start(),
        measurement.end(),
        folder.resolve("stats_stats.csv").toString(),
        folder.resolve("stats_stats_history.csv").toString(),
        resources.orElse(null),
        LoadFigures.efficiency(measurement.figures(), resources),
        additions());
  }

  private Map<String, Object> additions() {
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("repetition", name.repetition());
    more.put("generator", format.generator());
    more.put("load_model", loadModel(format));
    more.put("unknown", format.unknown());
    measurement.recording().ifPresent(recording -> requests(recording, more));
    measurement
        .iterations()
        .ifPresent(iterations -> {
          more.put("iterations", iterations);
          more.put("iterations_per_second", iterations / (double) measurement.span().seconds());
          if (iterations > 0) {
            more.put(
                "requests_per_iteration",
                measurement.figures().totalRequests() / (double) iterations);
          }
        });
    return more;
  }

  private void requests(Recording recording, Map<String, Object> more) {
    EndpointStatistics all = recording.aggregated();
    more.put(
        "goodput_rps", (all.requests() - all.failures()) / (double) measurement.span().seconds());
    if (recording.dropped() > 0) {
      more.put("dropped_arrivals", recording.dropped());
    }
    LoadFigures.percentiles(more, "service_time", all.latencies());
    LoadFigures.percentiles(more, "successful_latency", all.successful());
  }
}
