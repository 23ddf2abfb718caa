package tasktracker.load.recording;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The requests of one second in one stripe. Not thread-safe. */
final class StripeSecond {
  private final Map<Endpoint, EndpointTally> tallies = new HashMap<>();
  private final boolean scheduled;

  StripeSecond(boolean scheduled) {
    this.scheduled = scheduled;
  }

  EndpointTally tally(Endpoint endpoint) {
    EndpointTally tally = tallies.get(endpoint);
    if (tally == null) {
      tally = new EndpointTally(endpoint, scheduled);
      tallies.put(endpoint, tally);
    }
    return tally;
  }

  /** What was counted, of endpoints with requests; counting begins anew. */
  List<EndpointStatistics> drain() {
    return tallies.values().stream()
        .map(EndpointTally::drain)
        .filter(statistics -> statistics.requests() > 0)
        .toList();
  }
}
