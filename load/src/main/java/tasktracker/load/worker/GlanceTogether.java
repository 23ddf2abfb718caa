package tasktracker.load.worker;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tasktracker.load.Progress;
import tasktracker.load.recording.Second;
import tasktracker.load.worker.Message.Glance;

/** The latest glances of all workers as one. */
final class GlanceTogether {
  private final Map<Worker, Glance> latest = new HashMap<>();

  void add(Worker worker, Glance glance) {
    latest.put(worker, glance);
  }

  void remove(Worker worker) {
    latest.remove(worker);
  }

  /** Empty before anything is known. */
  Optional<Progress> progress() {
    Collection<Glance> glances = latest.values();
    return glances.stream()
        .map(Glance::phase)
        .min(Comparator.naturalOrder())
        .map(phase ->
            new Progress(
                phase,
                glances.stream().mapToInt(Glance::users).sum(),
                glances.stream().map(Glance::latest).flatMap(Optional::stream).reduce(Second::plus),
                glances.stream().mapToLong(Glance::failures).sum(),
                glances.stream()
                    .map(Glance::remaining)
                    .max(Comparator.naturalOrder())
                    .orElse(Duration.ZERO),
                Optional.empty()));
  }
}
