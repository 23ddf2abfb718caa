package tasktracker.experiments.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.HdrHistogram.Histogram;
import tasktracker.analysis.recovery.LoadSecond;
import tasktracker.analysis.recovery.Objective;
import tasktracker.load.recording.Endpoint;
import tasktracker.load.recording.EndpointStatistics;
import tasktracker.load.recording.Latencies;
import tasktracker.load.recording.Recording;
import tasktracker.load.recording.Second;
import tasktracker.results.LatencyFigures;
import tasktracker.results.Numbers;
import tasktracker.results.failure.EndpointSeries;
import tasktracker.results.failure.TimeSeries;

/** What happened second by second, in the forms of the analysis and of the results file. */
final class TimeSeriesBuilder {
  private TimeSeriesBuilder() {}

  static List<LoadSecond> seconds(Recording recording, Objective objective) {
    return recording.seconds().stream().map(second -> second(second, objective)).toList();
  }

  private static LoadSecond second(Second second, Objective objective) {
    EndpointStatistics all = second.aggregated();
    return new LoadSecond(
        second.start(),
        second.length(),
        all.successful().count(),
        all.failures(),
        slow(all.successful(), objective),
        all.successful().percentile(95));
  }

  static TimeSeries of(Recording recording, Objective objective) {
    List<Second> seconds = recording.seconds();
    return new TimeSeries(
        each(seconds, second -> Numbers.epoch(second.start())),
        each(seconds, Second::users),
        each(seconds, second -> perSecond(second.aggregated().requests(), second)),
        each(seconds, second -> perSecond(second.aggregated().failures(), second)),
        each(seconds, second -> percentile(second.aggregated().latencies(), 50)),
        each(seconds, second -> percentile(second.aggregated().latencies(), 95)),
        each(seconds, second -> percentile(second.aggregated().latencies(), 99)),
        each(seconds, second -> perSecond(second.aggregated().successful().count(), second)),
        each(
            seconds,
            second -> perSecond(slow(second.aggregated().successful(), objective), second)),
        each(seconds, second -> percentile(second.aggregated().successful(), 50)),
        each(seconds, second -> percentile(second.aggregated().successful(), 95)),
        each(seconds, second -> percentile(second.aggregated().successful(), 99)));
  }

  static List<EndpointSeries> endpoints(Recording recording, Objective objective) {
    return recording.endpoints().stream()
        .map(EndpointStatistics::endpoint)
        .map(endpoint -> endpoint(endpoint, recording.seconds(), objective))
        .toList();
  }

  private static EndpointSeries endpoint(
      Endpoint endpoint, List<Second> seconds, Objective objective) {
    List<EndpointStatistics> own =
        each(
            seconds,
            second ->
                second.endpoints().stream()
                    .filter(statistics -> statistics.endpoint().equals(endpoint))
                    .findFirst()
                    .orElseGet(() -> EndpointStatistics.none(endpoint)));
    return new EndpointSeries(
        endpoint.method(),
        endpoint.name(),
        each(own, EndpointStatistics::requests),
        each(own, EndpointStatistics::failures),
        each(own, statistics -> slow(statistics.successful(), objective)),
        each(own, statistics -> percentile(statistics.successful(), 50)),
        each(own, statistics -> percentile(statistics.successful(), 95)));
  }

  private static long slow(Latencies successful, Objective objective) {
    if (successful.max().stream().noneMatch(max -> max.compareTo(objective.latency()) > 0)) {
      return 0;
    }
    Histogram histogram = successful.toHistogram();
    long micros = objective.latency().toNanos() / 1_000;
    return histogram.getCountBetweenValues(
        histogram.nextNonEquivalentValue(micros), Latencies.LONGEST.toNanos() / 1_000);
  }

  private static Double percentile(Latencies latencies, double percent) {
    return LatencyFigures.millis(latencies.percentile(percent));
  }

  private static double perSecond(long count, Second second) {
    return second.length().isZero() ? 0 : count * 1e9 / second.length().toNanos();
  }

  /** A list that may hold nulls, unlike those of streams. */
  private static <T, R> List<R> each(List<T> items, Function<T, R> figure) {
    List<R> figures = new ArrayList<>();
    items.forEach(item -> figures.add(figure.apply(item)));
    return figures;
  }
}
