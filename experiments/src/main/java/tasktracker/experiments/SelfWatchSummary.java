package tasktracker.experiments;

import java.util.OptionalDouble;
import tasktracker.load.watch.SelfWatch;
import tasktracker.results.LatencyFigures;

/**
 * {@code self_watch} of a run: what the load generator saw of itself; null where it saw nothing.
 *
 * @param cpuPerCoreMean share of its processors that it kept busy, 1 for all of them
 * @param cpuPerCoreMax the largest such share in a second
 * @param schedulingDelayP99Ms how late a probe woke
 * @param schedulingDelayMaxMs the latest of all
 * @param gcPauseMaxMs the longest standstill for garbage collection
 * @param littleResidual share of the users' time that went neither into requests nor think time
 */
record SelfWatchSummary(
    Double cpuPerCoreMean,
    Double cpuPerCoreMax,
    Double schedulingDelayP99Ms,
    Double schedulingDelayMaxMs,
    Double gcPauseMaxMs,
    Double littleResidual) {

  static SelfWatchSummary of(SelfWatch watch) {
    return new SelfWatchSummary(
        orNull(watch.meanCpuPerCore()),
        orNull(watch.highestCpuPerCore()),
        LatencyFigures.millis(watch.schedulingDelay().supportedPercentile(99)),
        LatencyFigures.millis(watch.schedulingDelay().max()),
        LatencyFigures.millis(watch.longestGcPause()),
        orNull(watch.littleResidual()));
  }

  private static Double orNull(OptionalDouble figure) {
    return figure.isPresent() ? figure.getAsDouble() : null;
  }
}
