package tasktracker.results.foreign;

import java.util.Map;
import java.util.Optional;
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
    return new ForeignMeasurement(
        part,
        RunFigures.of(taken.recording().aggregated(), (double) part.seconds()),
        Optional.of(taken.recording()),
        Map.of(),
        countsIterations ? Optional.of(taken.iterations()) : Optional.empty());
  }
}
