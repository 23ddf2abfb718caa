package tasktracker.load;

import tasktracker.load.http.RequestLog;
import tasktracker.load.recording.Endpoint;

/**
 * The requests of one user. The first request of a task that was due at a certain time has that as
 * its intended start, every other one the moment at which it begins. For the thread of the user.
 */
final class UserLog implements RequestLog {
  private final RunLog log;
  private final WakeUpCalls wakeUpCalls;
  private boolean isDue;
  private long dueNanos;

  UserLog(RunLog log, WakeUpCalls wakeUpCalls) {
    this.log = log;
    this.wakeUpCalls = wakeUpCalls;
  }

  void due(long nanos) {
    isDue = true;
    dueNanos = nanos;
  }

  @Override
  public long begin() {
    long intended = isDue ? dueNanos : System.nanoTime();
    if (log.isOver(intended)) {
      throw new RunEnded();
    }
    isDue = false;
    return intended;
  }

  @Override
  public void ended(
      Endpoint endpoint, long intended, long sent, long end, int contentSize, Result result) {
    log.ended(endpoint, intended, sent, end, contentSize, result);
    wakeUpCalls.passOn(end);
  }

  @Override
  public void reconnected() {
    log.reconnected();
  }
}
