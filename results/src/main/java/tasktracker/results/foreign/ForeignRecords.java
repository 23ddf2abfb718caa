package tasktracker.results.foreign;

import java.util.Optional;
import tasktracker.load.recording.ForeignRecorder.Span;

/** All that a generator measured, of which a part may be taken. */
public interface ForeignRecords {
  /** From the first to the last second in which it did anything. */
  Span span();

  /** The highest number of users that ran at the same time; empty where nobody tells. */
  Optional<Integer> mostUsers();

  /** From the first to the last second in which that many ran; empty where nobody tells. */
  Optional<Span> atFullLoad();

  /**
   * What was measured in some of the seconds.
   *
   * @throws IllegalArgumentException when it is another part than all of it, and the format cannot
   *     be cut
   */
  ForeignMeasurement part(Span part);
}
