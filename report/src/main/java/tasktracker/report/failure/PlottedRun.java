package tasktracker.report.failure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tasktracker.analysis.recovery.Recovery;
import tasktracker.report.Chart.Point;
import tasktracker.report.Chart.Span;
import tasktracker.results.Numbers;
import tasktracker.results.failure.FailureResult;
import tasktracker.results.failure.TimeSeries;

/**
 * One run as pictures show it: by seconds since the begin of its load. A file of another tool may
 * lack what tells successes from failures; all requests then stand in for them.
 */
record PlottedRun(FailureResult result) {
  private static final double HALF_A_SECOND = 0.5;

  /** Too short to be seen, in seconds. */
  private static final double INSTANT = 0.1;

  String architecture() {
    return result.architecture() == null ? "microservices" : result.architecture();
  }

  private TimeSeries series() {
    return result.timeSeries();
  }

  private int length() {
    return series().timestamps().size();
  }

  List<Point> goodput() {
    return points(this::goodput);
  }

  private double goodput(int second) {
    return series().goodputPerSecond() == null
        ? series().requestsPerSecond().get(second) - series().failuresPerSecond().get(second)
        : series().goodputPerSecond().get(second);
  }

  List<Point> failures() {
    return points(second -> series().failuresPerSecond().get(second));
  }

  /** In percent; a second without requests has none. */
  List<Point> errorRate() {
    return points(second -> {
      double requests = series().requestsPerSecond().get(second);
      return requests == 0 ? Double.NaN : 100 * series().failuresPerSecond().get(second) / requests;
    });
  }

  /** Whether its latencies are those of the requests that succeeded. */
  boolean tellsSuccesses() {
    return series().successLatencyP95() != null;
  }

  List<Point> p50() {
    return latency(series().successLatencyP50(), series().latencyP50());
  }

  List<Point> p95() {
    return latency(series().successLatencyP95(), series().latencyP95());
  }

  List<Point> p99() {
    return latency(series().successLatencyP99(), series().latencyP99());
  }

  /** In percent of what was normal before the fault. */
  List<Point> relativeGoodput() {
    double normal = result.baseline() == null ? Double.NaN : result.baseline().goodput();
    return points(second -> 100 * goodput(second) / normal);
  }

  /** In multiples of what was normal before the fault. */
  List<Point> relativeP95() {
    double normal =
        result.baseline() == null ? Double.NaN : result.baseline().p95().toNanos() / 1e6;
    return p95().stream().map(point -> new Point(point.load(), point.value() / normal)).toList();
  }

  private List<Point> latency(List<Double> ofSuccesses, List<Double> ofAll) {
    List<Double> latencies = ofSuccesses == null ? ofAll : ofSuccesses;
    return points(second -> latencies.get(second) == null ? Double.NaN : latencies.get(second));
  }

  private List<Point> points(IntToDoubleFunction figure) {
    return IntStream.range(0, length())
        .mapToObj(second ->
            new Point(
                series().timestamps().get(second) - begin() + HALF_A_SECOND,
                figure.applyAsDouble(second)))
        .toList();
  }

  /** From when to when each fault was in force. */
  List<Span> faults() {
    return result.injections().stream()
        .filter(fault -> fault.startEpoch() != null && fault.endEpoch() != null)
        .map(fault ->
            new Span(fault.startEpoch() - begin(), fault.endEpoch() - begin(), "fault in force"))
        .toList();
  }

  /** From the end of each fault until everything was healthy again. */
  List<Span> aftermaths() {
    return result.injections().stream()
        .filter(fault -> fault.end() != null && fault.ready() != null)
        .map(fault -> new Span(seconds(fault.end()), seconds(fault.ready()), "starting", true))
        .filter(span -> span.to() - span.from() > INSTANT)
        .toList();
  }

  /** When the users had recovered from each fault that they felt. */
  List<Span> recovered(String text) {
    return recoveries()
        .flatMap(recovery -> recovery.recoveredAt().stream())
        .map(moment -> moment(moment, text))
        .toList();
  }

  private Span moment(Instant moment, String text) {
    return new Span(seconds(moment), seconds(moment), text);
  }

  private Stream<Recovery> recoveries() {
    return result.injections().stream()
        .flatMap(fault -> Optional.ofNullable(fault.recovery()).stream())
        .filter(recovery -> recovery.detect().isPresent());
  }

  /** The last moment that is worth looking at closely. */
  double end() {
    double last = length() == 0 ? 0 : points(_ -> 0).getLast().load();
    boolean all = recoveries().allMatch(recovery -> recovery.recoveredAt().isPresent());
    return all
        ? recoveries()
            .map(recovery -> seconds(recovery.recoveredAt().orElseThrow()))
            .reduce(Math::max)
            .orElse(last)
        : last;
  }

  private double seconds(Instant moment) {
    return Numbers.epoch(moment) - begin();
  }

  private double begin() {
    return result.testStartEpoch() == 0 && length() > 0
        ? series().timestamps().getFirst()
        : result.testStartEpoch();
  }
}
