package tasktracker.experiments.experiment;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import tasktracker.load.Phase;

/** When the phases of a load test began. */
final class RunPhases {
  private final Map<Phase, Instant> begins = new EnumMap<>(Phase.class);

  void began(Phase phase, Instant at) {
    begins.put(phase, at);
  }

  /** From the first user to the measurement. */
  Duration warmedUp() {
    return untilMeasurement(Phase.RAMP_UP);
  }

  /** From the moment when all users were running to the measurement. */
  Duration settled() {
    return untilMeasurement(Phase.WARM_UP);
  }

  private Duration untilMeasurement(Phase from) {
    return Duration.between(begins.get(from), begins.get(Phase.MEASUREMENT));
  }
}
