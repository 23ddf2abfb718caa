package tasktracker.load.recording;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The requests of one second in one stripe. Not thread-safe. */
final class Interval {
  private final Map<Endpoint, EndpointTally> tallies = new HashMap<>();

  void add(Endpoint endpoint, long nanos, int contentSize, boolean failed) {
    EndpointTally tally = tallies.get(endpoint);
    if (tally == null) {
      tally = new EndpointTally(endpoint);
      tallies.put(endpoint, tally);
    }
    tally.add(nanos, contentSize, failed);
  }

  /** What was counted, of endpoints with requests; counting begins anew. */
  List<EndpointStatistics> drain() {
    return tallies.values().stream()
        .map(EndpointTally::drain)
        .filter(statistics -> statistics.requests() > 0)
        .toList();
  }
}
