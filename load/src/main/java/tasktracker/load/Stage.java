package tasktracker.load;

import tasktracker.load.recording.LatencyRecorder;

/**
 * What every load needs to make its users work.
 *
 * @param releaseDelays how late arrivals are handed to their users
 */
record Stage(Crew crew, RunLog log, Heartbeat heartbeat, LatencyRecorder releaseDelays) {}
