package tasktracker.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import tasktracker.analysis.verdict.FailedRequests;
import tasktracker.analysis.verdict.ServiceLevelObjective;
import tasktracker.analysis.verdict.ServiceLevelObjective.Bound;
import tasktracker.load.LoadResult;
import tasktracker.load.recording.Endpoint;
import tasktracker.load.recording.EndpointStatistics;
import tasktracker.load.recording.Latencies;
import tasktracker.load.recording.Second;

/** What a load test measured of that which bounds are about. */
record BoundFigures(LoadResult result) {

  /** A sentence for each bound that is missed or has no figure. */
  List<String> missed(ServiceLevelObjective objective) {
    return objective.bounds().stream().flatMap(bound -> complaint(bound).stream()).toList();
  }

  private Optional<String> complaint(Bound bound) {
    Double figure = worst(bound);
    if (figure == null) {
      return Optional.of(
          bound + ": no figure: nothing was asked there, or too little for this percentile");
    }
    return bound.excess(figure) < 0
        ? Optional.empty()
        : Optional.of(
            String.format(Locale.ROOT, "%s: %.3g %s", bound, figure, bound.metric().unit()));
  }

  /** Of all windows that are whole; null where none has a figure. */
  private Double worst(Bound bound) {
    List<Second> seconds = result.recording().seconds();
    int length =
        bound.window() == null
            ? seconds.size()
            : (int) Math.min(seconds.size(), bound.window().toSeconds());
    List<Double> figures = new ArrayList<>();
    for (int begin = 0; length > 0 && begin + length <= seconds.size(); begin += length) {
      figures.add(figure(seconds.subList(begin, begin + length), bound));
    }
    return figures.stream().filter(Objects::nonNull).max(Double::compare).orElse(null);
  }

  private static Double figure(List<Second> seconds, Bound bound) {
    EndpointStatistics sum = EndpointStatistics.none(Endpoint.AGGREGATED);
    for (Second second : seconds) {
      for (EndpointStatistics each : second.endpoints()) {
        if (isMeant(each.endpoint(), bound)) {
          sum = sum.plus(each);
        }
      }
    }
    if (sum.requests() == 0) {
      return null;
    }
    double failed = 100 * sum.errorRate();
    Latencies latencies =
        failed > FailedRequests.SUCCESSES_ALONE_ABOVE ? sum.successful() : sum.latencies();
    return bound.metric().isLatency()
        ? latencies
            .supportedPercentile(bound.metric().percent())
            .map(latency -> latency.toNanos() / 1e6)
            .orElse(null)
        : (Double) failed;
  }

  private static boolean isMeant(Endpoint endpoint, Bound bound) {
    return bound.endpoint() == null
        || bound.endpoint().equals(endpoint.name())
        || bound.endpoint().equals(endpoint.method() + " " + endpoint.name());
  }
}
