package tasktracker.experiments;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tasktracker.load.recording.Endpoint;
import tasktracker.load.recording.EndpointStatistics;
import tasktracker.load.recording.Recording;
import tasktracker.load.recording.Second;

/**
 * Mean size of a response body early and late in a measurement, to show that payloads did not grow.
 * Endpoints weigh in both spans what they weigh in the whole measurement (direct standardisation),
 * because which endpoints were called how often differs from span to span by chance.
 *
 * @param firstThird bytes in the first third of the measurement
 * @param lastThird bytes in its last third
 */
record ContentSize(double firstThird, double lastThird) {

  /** Empty for a measurement too short to be divided, or without requests in a third. */
  static Optional<ContentSize> of(Recording recording) {
    List<Second> seconds = recording.seconds();
    int third = seconds.size() / 3;
    Map<Endpoint, EndpointStatistics> first = sums(seconds.subList(0, third));
    Map<Endpoint, EndpointStatistics> last =
        sums(seconds.subList(seconds.size() - third, seconds.size()));
    List<EndpointStatistics> inBoth =
        recording.endpoints().stream()
            .filter(whole -> first.containsKey(whole.endpoint()))
            .filter(whole -> last.containsKey(whole.endpoint()))
            .toList();
    return inBoth.isEmpty()
        ? Optional.empty()
        : Optional.of(new ContentSize(mean(inBoth, first), mean(inBoth, last)));
  }

  private static Map<Endpoint, EndpointStatistics> sums(List<Second> span) {
    Map<Endpoint, EndpointStatistics> sums = new HashMap<>();
    for (Second second : span) {
      for (EndpointStatistics each : second.endpoints()) {
        sums.merge(each.endpoint(), each, EndpointStatistics::plus);
      }
    }
    return sums;
  }

  private static double mean(
      List<EndpointStatistics> weights, Map<Endpoint, EndpointStatistics> span) {
    double requests = 0;
    double bytes = 0;
    for (EndpointStatistics whole : weights) {
      requests += whole.requests();
      bytes += whole.requests() * span.get(whole.endpoint()).meanContentSize();
    }
    return bytes / requests;
  }
}
