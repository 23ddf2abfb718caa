package tasktracker.load.watch;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static tasktracker.load.watch.Thresholds.CPU_INVALID;
import static tasktracker.load.watch.Thresholds.CPU_SUSPECT;
import static tasktracker.load.watch.Thresholds.DELAY_INVALID;
import static tasktracker.load.watch.Thresholds.DELAY_SUSPECT;
import static tasktracker.load.watch.Thresholds.DELAY_SUSPECT_SHARE;
import static tasktracker.load.watch.Thresholds.DROPPED_INVALID;
import static tasktracker.load.watch.Thresholds.GC_INVALID;
import static tasktracker.load.watch.Thresholds.GC_SUSPECT;
import static tasktracker.load.watch.Thresholds.RESIDUAL_INVALID;
import static tasktracker.load.watch.Thresholds.RESIDUAL_SUSPECT;
import static tasktracker.load.watch.Thresholds.STANDSTILL_SUSPECT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tasktracker.load.recording.Failures;
import tasktracker.load.recording.Latencies;
import tasktracker.load.recording.Outcome;
import tasktracker.load.recording.Recording;

/** Collects what speaks against a run. */
final class Judgement {
  private final List<String> suspicions = new ArrayList<>();
  private final List<String> objections = new ArrayList<>();

  private Judgement() {}

  static RunValidity of(SelfWatch watch, Recording recording, Duration length) {
    Judgement judgement = new Judgement();
    judgement.requests(recording);
    judgement.limits(recording);
    judgement.cpu(watch);
    Latencies measured = recording.aggregated().latencies();
    judgement.delay("a probe of the generator woke", watch.schedulingDelay(), measured);
    judgement.delay("arrivals were handed to their users", watch.releaseDelay(), measured);
    judgement.behind(watch, recording.aggregated().serviceTimes());
    judgement.standstill(watch);
    judgement.garbageCollection(watch, length);
    judgement.dropped(recording, watch);
    judgement.residual(watch);
    return judgement.validity();
  }

  static RunValidity of(WatchedSecond second, Latencies measured) {
    SelfWatch watch = new SelfWatch(List.of(second), second.littleResidual());
    Judgement judgement = new Judgement();
    judgement.cpu(watch);
    judgement.delay("a probe of the generator woke", watch.schedulingDelay(), measured);
    judgement.delay("arrivals were handed to their users", watch.releaseDelay(), measured);
    judgement.standstill(watch);
    judgement.garbageCollection(watch, second.length());
    return judgement.validity();
  }

  private void requests(Recording recording) {
    if (recording.aggregated().requests() == 0) {
      objections.add("no request was measured");
    }
  }

  /** What the server was never asked says nothing of it. */
  private void limits(Recording recording) {
    Map<String, Long> byMessage =
        recording.failures().stream()
            .filter(failures -> failures.outcome() == Outcome.GENERATOR_LIMIT)
            .collect(groupingBy(Failures::message, TreeMap::new, summingLong(Failures::count)));
    byMessage.forEach((message, count) ->
        objections.add(
            "the generator could not open a connection: %s × %s".formatted(count, message)));
  }

  private void cpu(SelfWatch watch) {
    watch
        .meanCpuPerCore()
        .ifPresent(share ->
            weigh(
                share,
                CPU_SUSPECT,
                CPU_INVALID,
                "the generator kept %s of its processors busy".formatted(percent(share))));
  }

  /** A delay of the generator matters beside what it measures, and only from some length on. */
  private void delay(String what, Latencies delays, Latencies measured) {
    Duration p99 = delays.percentile(99).orElse(Duration.ZERO);
    Duration shown = measured.percentile(99).orElse(Duration.ZERO);
    weigh(
        millis(p99),
        Math.max(millis(DELAY_SUSPECT), millis(shown) * DELAY_SUSPECT_SHARE),
        Math.max(millis(DELAY_INVALID), millis(shown)),
        String.format(
            Locale.ROOT,
            "%s up to %.1f ms late (p99), the measured p99 is %.1f ms",
            what,
            millis(p99),
            millis(shown)));
  }

  /**
   * A generator that is late all the time, and not now and then, measures itself. Response times
   * hold this delay, so it is judged beside service times.
   */
  private void behind(SelfWatch watch, Latencies served) {
    Duration usual = watch.releaseDelay().percentile(50).orElse(Duration.ZERO);
    Duration shown = served.percentile(50).orElse(Duration.ZERO);
    weigh(
        millis(usual),
        Double.POSITIVE_INFINITY,
        Math.max(millis(DELAY_INVALID), millis(shown)),
        String.format(
            Locale.ROOT,
            "half of the arrivals were handed to their users %.1f ms late or more, the median service time is %.1f ms",
            millis(usual),
            millis(shown)));
  }

  private void standstill(SelfWatch watch) {
    Duration longest = watch.schedulingDelay().max().orElse(Duration.ZERO);
    weigh(
        millis(longest),
        millis(STANDSTILL_SUSPECT),
        Double.POSITIVE_INFINITY,
        "the generator once stood still for %s ms".formatted(Math.round(millis(longest))));
  }

  private void garbageCollection(SelfWatch watch, Duration length) {
    double share = length.isZero() ? 0 : millis(watch.gcPauses()) / millis(length);
    weigh(
        share,
        GC_SUSPECT,
        GC_INVALID,
        "garbage collection stopped the generator for %s of the time".formatted(percent(share)));
  }

  /** A share of the arrivals, which the delays of an open model count; else of the requests. */
  private void dropped(Recording recording, SelfWatch watch) {
    long dropped = recording.dropped();
    long arrivals = watch.releaseDelay().count();
    long due =
        arrivals > 0 ? Math.max(arrivals, dropped) : dropped + recording.aggregated().requests();
    double share = due == 0 ? 0 : (double) dropped / due;
    weigh(
        share,
        Double.MIN_VALUE,
        DROPPED_INVALID,
        "arrivals dropped because all users were busy: %s".formatted(dropped));
  }

  private void residual(SelfWatch watch) {
    watch
        .littleResidual()
        .ifPresent(residual ->
            weigh(
                residual,
                RESIDUAL_SUSPECT,
                RESIDUAL_INVALID,
                "users spent %s of their time neither waiting nor thinking (Little's law)"
                    .formatted(percent(residual))));
  }

  private void weigh(double figure, double suspect, double invalid, String reason) {
    if (figure >= invalid) {
      objections.add(reason);
    } else if (figure >= suspect) {
      suspicions.add(reason);
    }
  }

  private RunValidity validity() {
    List<String> reasons = new ArrayList<>(objections);
    reasons.addAll(suspicions);
    Validity verdict =
        !objections.isEmpty()
            ? Validity.INVALID
            : suspicions.isEmpty() ? Validity.VALID : Validity.SUSPECT;
    return new RunValidity(verdict, reasons);
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
