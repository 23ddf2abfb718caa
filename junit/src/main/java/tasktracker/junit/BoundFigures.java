package tasktracker.junit;

import java.math.BigDecimal;
import java.util.List;
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
  private static final int MOST_DIGITS = 12;

  /** A sentence for each bound that is missed or has no figure. */
  List<String> missed(ServiceLevelObjective objective) {
    return objective.bounds().stream().flatMap(bound -> complaint(bound).stream()).toList();
  }

  private Optional<String> complaint(Bound bound) {
    Double figure = bound.worst(result.recording().seconds(), window -> figure(window, bound));
    if (figure == null) {
      return Optional.of(
          bound + ": no figure: nothing was asked there, or too little for this percentile");
    }
    return bound.excess(figure) < 0
        ? Optional.empty()
        : Optional.of("%s: %s %s".formatted(bound, shown(figure, bound), bound.metric().unit()));
  }

  /** As many digits as it takes to see that it misses the bound, three at least. */
  private static String shown(double figure, Bound bound) {
    int digits = 3;
    BigDecimal shown = FigureText.rounded(figure, digits);
    while (bound.excess(shown.doubleValue()) < 0 && digits < MOST_DIGITS) {
      shown = FigureText.rounded(figure, ++digits);
    }
    return shown.toPlainString();
  }

  private static Double figure(List<Second> seconds, Bound bound) {
    EndpointStatistics sum = EndpointStatistics.none(Endpoint.AGGREGATED);
    for (Second second : seconds) {
      for (EndpointStatistics each : second.endpoints()) {
        if (bound.isAbout(each.endpoint().method() + " " + each.endpoint().name())) {
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
}
