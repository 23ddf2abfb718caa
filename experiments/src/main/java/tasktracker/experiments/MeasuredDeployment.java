package tasktracker.experiments;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tasktracker.results.RunResult;
import tasktracker.results.WarmUp;
import tasktracker.stack.Stack;

/**
 * A deployment while it is measured, and what its runs tell about it. Closing it takes the stack
 * down. For one thread.
 */
final class MeasuredDeployment implements AutoCloseable {
  private static final String NUMBER = "deployment";

  private final Stack stack;
  private final int number;
  private final long begun;
  private final Duration startUp;
  private final Map<String, Object> idle = new LinkedHashMap<>();
  private WarmUp warmUp;
  private List<RequestCosts.Cost> warmUpCosts = List.of();
  private Duration thrownAway = Duration.ZERO;
  private Duration thrownAwayBeforeRun = Duration.ZERO;
  private int runs;
  private boolean abandoned;

  /**
   * A deployment that is healthy.
   *
   * @param number which one of the experiment it is, from 1
   * @param begun when it was begun, in the time of {@link System#nanoTime}
   */
  MeasuredDeployment(Stack stack, int number, long begun) {
    this.stack = stack;
    this.number = number;
    this.begun = begun;
    this.startUp = Duration.ofNanos(System.nanoTime() - begun);
  }

  /** The highest number that these runs say they were measured on; 0 where none does. */
  static int highestNumber(List<RunResult> runs) {
    return runs.stream()
        .mapToInt(run -> run.addition(NUMBER, Integer.class).orElse(0))
        .max()
        .orElse(0);
  }

  Stack stack() {
    return stack;
  }

  Duration startUp() {
    return startUp;
  }

  /** Keeps what it took before load. */
  void wasIdle(Map<String, Object> figures) {
    idle.putAll(figures);
  }

  /** Keeps how it was warmed before its first run, and what a request cost meanwhile. */
  void warmedUp(WarmUp how, List<RequestCosts.Cost> costs) {
    warmUp = how;
    warmUpCosts = costs;
  }

  /** What a request cost in the shared warm-up, for the run that follows it; else empty. */
  List<RequestCosts.Cost> warmUpCosts() {
    return runs == 0 ? warmUpCosts : List.of();
  }

  /** Whether a run has been measured on it. */
  boolean isUsed() {
    return runs > 0;
  }

  /** Whether it has been warmed for all of its runs together. */
  boolean isWarm() {
    return warmUp != null;
  }

  /**
   * Whether the time that it may warm up, runs in which it still did included, is not over yet. No
   * where each run warms its deployment itself.
   */
  boolean mayWarmOn(Duration limit) {
    return isWarm()
        && warmUp.endedBy() == WarmUp.EndedBy.STEADY
        && thrownAway.toNanos() / 1e9 + warmUp.seconds() < limit.toNanos() / 1e9;
  }

  /** The run that has just been measured does not count: another takes its place. */
  void threwAway(Duration run) {
    runs--;
    thrownAway = thrownAway.plus(run);
    thrownAwayBeforeRun = thrownAwayBeforeRun.plus(run);
  }

  /** Something of it broke: no further run is measured on it. */
  void abandon() {
    abandoned = true;
  }

  /** Whether a further run can be measured on it. */
  boolean isUsable() {
    return !abandoned && stack.complaint().isEmpty();
  }

  /**
   * One more run of it has been measured. What the deployment took before its runs, and what it was
   * like while idle, belongs to the first of them, so that sums over runs count it once.
   *
   * @param runBegun when the run began
   * @return keys of the run
   */
  Map<String, Object> measured(long runBegun) {
    Map<String, Object> keys = new LinkedHashMap<>();
    runs++;
    keys.put(NUMBER, number);
    keys.put("position", runs);
    if (isWarm()) {
      keys.putAll(warmUp.keys());
    }
    boolean first = runs == 1;
    if (first && !idle.isEmpty()) {
      keys.put("idle", idle);
    }
    double before = first ? (runBegun - begun) / 1e9 : thrownAwayBeforeRun.toNanos() / 1e9;
    thrownAwayBeforeRun = Duration.ZERO;
    keys.put("deployment_s", before);
    keys.put("wall_s", before + (System.nanoTime() - runBegun) / 1e9);
    return keys;
  }

  @Override
  public void close() {
    stack.close();
  }
}
