package tasktracker.experiments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tasktracker.analysis.seconds.SteadyWatch;
import tasktracker.load.LoadListener;
import tasktracker.load.Phase;
import tasktracker.load.Progress;
import tasktracker.results.LatencyFigures;
import tasktracker.results.WarmUp;
import tasktracker.stack.Instance;
import tasktracker.stack.Stack;
import tasktracker.stack.resource.CompilerTime;

/**
 * Ends a warm-up when the system is warm: when its CPU time per request, its throughput and its
 * mean latency have stopped improving, and not by latency alone, and its compilers rest. Where
 * nobody can tell the CPU time, as of a URL, throughput and latency decide. One use; called by the
 * thread that runs the load test.
 */
public final class WarmUpWatch implements LoadListener {
  private final RequestCosts costs;
  private final CompilerShare compilers;
  private final Duration least;
  private final Duration limit;
  private final SteadyWatch watch = new SteadyWatch();
  private Instant begun;
  private Instant ended;
  private boolean steady;

  /**
   * A watch that has not begun.
   *
   * @param stack what tells its CPU time and its compilers; empty for a URL
   * @param least least time from the first user to the end of the warm-up
   * @param limit longest such time; the same as {@code least} for a warm-up of fixed length
   */
  public WarmUpWatch(Optional<Stack> stack, Duration least, Duration limit) {
    this.costs = new RequestCosts(stack.flatMap(Stack::usage));
    this.compilers = new CompilerShare(CompilerTime.of(pids(stack)));
    this.least = least;
    this.limit = limit;
  }

  private static List<Long> pids(Optional<Stack> stack) {
    return stack.stream().flatMap(up -> up.instances().stream()).map(Instance::pid).toList();
  }

  /** Least time from the first user to the end of the warm-up. */
  Duration least() {
    return least;
  }

  /** Longest such time. */
  Duration limit() {
    return limit;
  }

  /** Another second of the ramp-up or the warm-up. */
  public void second(Progress progress) {
    if (progress.phase() != Phase.RAMP_UP && progress.phase() != Phase.WARM_UP) {
      return;
    }
    double cpu = costs.second(progress);
    double share = compilers.second(costs.latestCpuMs());
    if (progress.phase() == Phase.WARM_UP && progress.latest().isPresent()) {
      Double latency = LatencyFigures.millis(progress.latencies().mean());
      watch.second(
          cpu, progress.requestsPerSecond(), latency == null ? Double.NaN : latency, share);
    }
  }

  @Override
  public void progress(Progress progress) {
    second(progress);
  }

  /** Learns when the first user began, and when the measurement did. */
  @Override
  public void phaseStarted(Phase phase, Instant at) {
    if (phase == Phase.RAMP_UP) {
      begun = at;
    } else if (phase == Phase.MEASUREMENT) {
      ended = at;
    }
  }

  /** Whether the system is warm; never of a warm-up of fixed length. */
  @Override
  public boolean isWarm() {
    steady = !isFixed() && watch.isSteady();
    return steady;
  }

  private boolean isFixed() {
    return limit.compareTo(least) <= 0;
  }

  /** What the CPU time per request was, second by second, ramp-up included. */
  List<RequestCosts.Cost> costs() {
    return costs.all();
  }

  /** How the warm-up went; empty before its end. */
  public Optional<WarmUp> result() {
    if (begun == null || ended == null) {
      return Optional.empty();
    }
    List<Double> cpu = watch.cpuMsPerRequest().stream().filter(value -> !value.isNaN()).toList();
    int some = Math.min(3, cpu.size());
    return Optional.of(
        new WarmUp(
            Duration.between(begun, ended).toMillis() / 1e3,
            isFixed()
                ? WarmUp.EndedBy.FIXED
                : steady ? WarmUp.EndedBy.STEADY : WarmUp.EndedBy.LIMIT,
            mean(cpu.subList(0, some)),
            mean(cpu.subList(cpu.size() - some, cpu.size()))));
  }

  private static Double mean(List<Double> values) {
    return values.isEmpty()
        ? null
        : (Double) values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
