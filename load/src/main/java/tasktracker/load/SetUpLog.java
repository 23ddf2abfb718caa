package tasktracker.load;

import java.time.Duration;
import tasktracker.load.http.RequestLog;
import tasktracker.load.recording.Endpoint;
import tasktracker.load.recording.Outcome;
import tasktracker.load.scenario.SetUpException;

/**
 * Records nothing: the requests of set-up need only succeed. What is answered with 503, "try again
 * later" (RFC 9110, 15.6.4), is tried again for a while: a system that has just come up may have no
 * connection to its database ready for everyone who is prepared at once.
 */
final class SetUpLog implements RequestLog {
  private static final int UNAVAILABLE = 503;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final int user;
  private long firstRefusal;

  SetUpLog(int user) {
    this.user = user;
  }

  @Override
  public boolean repeats(int status) {
    if (status != UNAVAILABLE) {
      return false;
    }
    long now = System.nanoTime();
    firstRefusal = firstRefusal == 0 ? now : firstRefusal;
    if (now - firstRefusal > PATIENCE.toNanos()) {
      return false;
    }
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void ended(
      Endpoint endpoint, long intended, long sent, long end, int contentSize, Result result) {
    firstRefusal = 0;
    if (result.outcome() != Outcome.SUCCESS) {
      throw new SetUpException(
          "set-up of user %s failed: %s %s: %s%s"
              .formatted(
                  user,
                  endpoint.method(),
                  endpoint.name(),
                  result.message(),
                  result.example().isEmpty() ? "" : ": " + result.example()));
    }
  }
}
