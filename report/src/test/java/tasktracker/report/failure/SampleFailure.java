package tasktracker.report.failure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tasktracker.analysis.recovery.Baseline;
import tasktracker.analysis.recovery.Recovery;
import tasktracker.analysis.recovery.Timing;
import tasktracker.results.JsonFile;
import tasktracker.results.LatencyFigures;
import tasktracker.results.RunFigures;
import tasktracker.results.failure.EndpointSeries;
import tasktracker.results.failure.FailureResult;
import tasktracker.results.failure.InjectedFault;
import tasktracker.results.failure.LedgerResult;
import tasktracker.results.failure.ServiceLevel;
import tasktracker.results.failure.TimeSeries;

/**
 * Results of made-up runs of 60 s: 100 requests a second of 5 ms, of which those to the tasks fail
 * while one of the faults lasts and a second longer.
 */
public final class SampleFailure {
  static final Instant BEGIN = Instant.parse("2026-11-24T10:00:00Z");
  static final LedgerResult CLEAN = new LedgerResult(10, 1_234, 0, 12, 3, 0, 0, 0, List.of());
  private static final int LENGTH = 60;
  private static final int FIRST_SECOND = 5;

  private SampleFailure() {}

  /** Faults of 10 s that begin at these seconds of the load. */
  public static FailureResult of(String architecture, int... faults) {
    return of(architecture, CLEAN, List.of(), faults);
  }

  static FailureResult of(
      String architecture, LedgerResult ledger, List<String> doubts, int... faults) {
    List<InjectedFault> injected = IntStream.of(faults).mapToObj(SampleFailure::fault).toList();
    return new FailureResult(
        JsonFile.toTree(List.of()),
        injected.isEmpty() ? null : injected.getFirst(),
        new RunFigures(
            100.0, new LatencyFigures(5.0, 5.0, 5.0, 5.0, 5.0, 5.0), 18.0, 5_500L, 1_000L),
        series(faults),
        null,
        epoch(0),
        epoch(LENGTH),
        BEGIN.plusSeconds(70),
        "./tasktracker failure --arch " + architecture,
        architecture,
        "closed: 10 users, 20/s spawned, think time 50ms-150ms",
        injected,
        new Baseline(15, 100, 100, Duration.ofMillis(5), Duration.ofMillis(5), 0, 0),
        new ServiceLevel(
            "99.9%<500ms", 82.0, faults.length == 0 ? 0 : 1_000, 0, 75.0, 25.0, 9.5, 0.39),
        List.of(
            endpoint("GET", "[Auth] Get User Info", 25, false),
            endpoint("GET", "[Tasks] List All", 75, true, faults)),
        List.of(),
        ledger,
        null,
        doubts,
        false);
  }

  private static InjectedFault fault(int second) {
    Instant start = BEGIN.plusSeconds(second);
    Instant end = start.plusSeconds(10);
    Instant ready = end.plusSeconds(1);
    return new InjectedFault(
        "tasktracker_task_service",
        "stop-start",
        true,
        Duration.ofSeconds(10),
        "tasktracker_task_service was stopped and started again after 10 s",
        start,
        end,
        epoch(second),
        epoch(second + 10),
        true,
        start,
        ready,
        List.of("tasktracker_task_service"),
        "process 4711 is gone",
        "undone",
        new Recovery(
            Timing.of(Duration.ofSeconds(11)),
            Optional.of(Timing.of(Duration.ofMillis(12))),
            Optional.of(Timing.of(Duration.ofMillis(10_980))),
            Timing.of(Duration.ofSeconds(1)),
            Optional.of(Timing.of(Duration.ofSeconds(1))),
            Optional.of(Timing.of(Duration.ofSeconds(1))),
            Optional.of(ready)));
  }

  private static TimeSeries series(int... faults) {
    List<Double> hundred = new ArrayList<>(Collections.nCopies(LENGTH - FIRST_SECOND, 100.0));
    List<Double> five = new ArrayList<>(Collections.nCopies(LENGTH - FIRST_SECOND, 5.0));
    List<Double> failures = seconds().mapToObj(s -> isOut(s, faults) ? 75.0 : 0.0).toList();
    return new TimeSeries(
        seconds().mapToObj(SampleFailure::epoch).toList(),
        seconds().mapToObj(_ -> 10).toList(),
        hundred,
        failures,
        five,
        five,
        five,
        failures.stream().map(failed -> 100 - failed).toList(),
        Collections.nCopies(LENGTH - FIRST_SECOND, 0.0),
        five,
        five,
        five);
  }

  private static EndpointSeries endpoint(
      String method, String name, long requests, boolean fails, int... faults) {
    List<Long> none = Collections.nCopies(LENGTH - FIRST_SECOND, 0L);
    return new EndpointSeries(
        method,
        name,
        Collections.nCopies(LENGTH - FIRST_SECOND, requests),
        fails ? seconds().mapToObj(s -> isOut(s, faults) ? requests : 0L).toList() : none,
        none,
        Collections.nCopies(LENGTH - FIRST_SECOND, 4.0),
        Collections.nCopies(LENGTH - FIRST_SECOND, 5.0));
  }

  private static IntStream seconds() {
    return IntStream.range(FIRST_SECOND, LENGTH);
  }

  private static boolean isOut(int second, int... faults) {
    return IntStream.of(faults).anyMatch(fault -> second >= fault && second < fault + 11);
  }

  private static double epoch(int second) {
    return BEGIN.plusSeconds(second).getEpochSecond();
  }
}
