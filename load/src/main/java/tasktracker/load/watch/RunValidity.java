package tasktracker.load.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tasktracker.load.recording.Latencies;
import tasktracker.load.recording.Recording;

/**
 * Whether a claim may rest on a run: what the generator saw of itself while it measured.
 *
 * @param reasons why the run is not {@link Validity#VALID}, each with its figures, worst first
 */
public record RunValidity(Validity verdict, List<String> reasons) {

  /** Copies the reasons. */
  public RunValidity {
    reasons = List.copyOf(reasons);
  }

  /** Judges a measurement by the thresholds that the methodology lists. */
  public static RunValidity of(SelfWatch watch, Recording recording, Duration length) {
    return Judgement.of(watch, recording, length);
  }

  /**
   * What speaks against a single second, by the same thresholds: a hint while a run goes on.
   *
   * @param measured latencies of the requests of that second
   */
  public static RunValidity ofSecond(WatchedSecond second, Latencies measured) {
    return Judgement.of(second, measured);
  }

  /** The same where the system under test broke, if these sentences say so. */
  public RunValidity brokenBy(List<String> breakages) {
    if (breakages.isEmpty()) {
      return this;
    }
    List<String> all = new ArrayList<>(breakages);
    all.addAll(reasons);
    return new RunValidity(Validity.INVALID, all);
  }
}
