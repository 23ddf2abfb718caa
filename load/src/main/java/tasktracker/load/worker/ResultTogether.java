package tasktracker.load.worker;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.recording.Recording;
import tasktracker.load.watch.SelfWatch;
import tasktracker.load.worker.Message.Done;

/** The results of all workers as one. */
record ResultTogether(LoadPlan plan, List<Done> parts) {

  /**
   * From the first begin to the last end, which for workers of one machine are the same for all.
   */
  LoadResult result() {
    Instant start = parts.stream().map(Done::start).min(Comparator.naturalOrder()).orElseThrow();
    Instant end = parts.stream().map(Done::end).max(Comparator.naturalOrder()).orElseThrow();
    return new LoadResult(
        plan,
        start,
        end,
        parts.stream().anyMatch(Done::stopped),
        parts.stream().map(Done::recording).reduce(Recording::plus).orElseThrow(),
        parts.stream().map(Done::watch).reduce(SelfWatch::plus).orElseThrow());
  }
}
