package tasktracker.results.foreign;

import java.util.Map;
import java.util.Optional;
import tasktracker.error.UsageException;
import tasktracker.load.recording.ForeignRecorder;
import tasktracker.load.recording.ForeignRecorder.Span;
import tasktracker.results.RunFigures;

/**
 * Every request of a file.
 *
 * @param countsIterations whether the file tells of iterations
 */
record RecordedRequests(ForeignRecorder recorder, boolean countsIterations)
    implements ForeignRecords {

  /** Of a history with a row for each second and endpoint. */
  private static final long MOST_ROWS = 2_000_000;

  @Override
  public Span span() {
    return recorder.span().orElseThrow();
  }

  @Override
  public Optional<Integer> mostUsers() {
    return recorder.mostUsers();
  }

  @Override
  public Optional<Span> atFullLoad() {
    return recorder.atFullLoad();
  }

  @Override
  public ForeignMeasurement part(Span part) {
    ForeignRecorder.Part taken = recorder.part(part);
    long rows = part.seconds() * (taken.recording().endpoints().size() + 1L);
    UsageException.unless(
        rows <= MOST_ROWS,
        "%d s with %d endpoints are more than a history of %d rows holds: take a part with --take",
        part.seconds(),
        taken.recording().endpoints().size(),
        MOST_ROWS);
    return new ForeignMeasurement(
        part,
        RunFigures.of(taken.recording().aggregated(), (double) part.seconds()),
        Optional.of(taken.recording()),
        Map.of(),
        countsIterations ? Optional.of(taken.iterations()) : Optional.empty());
  }
}
