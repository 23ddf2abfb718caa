package tasktracker.results.foreign;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tasktracker.load.recording.ForeignRecorder.Span;
import tasktracker.load.recording.Recording;
import tasktracker.results.RunFigures;

/**
 * What another generator measured in a span of time.
 *
 * @param span the time
 * @param figures of all requests
 * @param recording the requests second by second; empty where only sums are known
 * @param files of which the sums were taken, by the names that the lab gives to such files
 * @param iterations how often users did all that their script says; empty where nobody counted
 */
public record ForeignMeasurement(
    Span span,
    RunFigures figures,
    Optional<Recording> recording,
    Map<String, Path> files,
    Optional<Long> iterations) {

  /** Copies the map. */
  public ForeignMeasurement {
    files = Map.copyOf(files);
  }

  /** Begin of the measurement. */
  public Instant start() {
    return Instant.ofEpochSecond(span.from());
  }

  /** End of the measurement. */
  public Instant end() {
    return Instant.ofEpochSecond(span.until());
  }

  /** Length of the measurement. */
  public Duration length() {
    return Duration.ofSeconds(span.seconds());
  }
}
