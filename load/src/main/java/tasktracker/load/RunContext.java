package tasktracker.load;

import tasktracker.load.recording.LatencyRecorder;

/**
 * What every load needs to make its users work.
 *
 * @param wakeUpCalls end the pauses of users
 * @param releaseDelays how late arrivals are handed to their users
 */
record RunContext(
    RunningUsers crew,
    RunLog log,
    Heartbeat heartbeat,
    WakeUpCalls wakeUpCalls,
    LatencyRecorder releaseDelays) {

  /** Lets a user wait for a moment, or for the end of the run. */
  void sleep(long untilNanos) {
    wakeUpCalls.until(untilNanos, () -> log.isOver(System.nanoTime()));
  }
}
