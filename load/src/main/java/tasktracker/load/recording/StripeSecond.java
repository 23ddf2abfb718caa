package tasktracker.load.recording;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The requests of one second in one stripe. Not thread-safe. */
final class StripeSecond {
  /** A histogram takes 86 kB, once for every processor and second that is open. */
  private static final int MOST_IN_HISTOGRAMS = 32;

  private final Map<Endpoint, EndpointTally> inHistograms = new HashMap<>();
  private final Map<Endpoint, EndpointTally> others = new HashMap<>();
  private final boolean scheduled;

  StripeSecond(boolean scheduled) {
    this.scheduled = scheduled;
  }

  EndpointTally tally(Endpoint endpoint) {
    EndpointTally tally = inHistograms.get(endpoint);
    if (tally != null) {
      return tally;
    }
    return inHistograms.size() < MOST_IN_HISTOGRAMS
        ? tally(inHistograms, endpoint, HistogramTally::new)
        : tally(others, endpoint, CompactTally::new);
  }

  private EndpointTally tally(
      Map<Endpoint, EndpointTally> tallies, Endpoint endpoint, Supplier<Tally> kind) {
    return tallies.computeIfAbsent(endpoint, each -> new EndpointTally(each, scheduled, kind));
  }

  /** What was counted, of endpoints with requests; counting begins anew. */
  List<EndpointStatistics> drain() {
    List<EndpointStatistics> drained =
        Stream.of(inHistograms, others)
            .flatMap(tallies -> tallies.values().stream())
            .map(EndpointTally::drain)
            .filter(statistics -> statistics.requests() > 0)
            .toList();
    others.clear();
    return drained;
  }
}
