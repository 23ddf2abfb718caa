package tasktracker.load;

import tasktracker.load.http.RequestLog;
import tasktracker.load.recording.Endpoint;
import tasktracker.load.recording.Outcome;
import tasktracker.load.scenario.SetUpException;

/** Records nothing: the requests of set-up need only succeed. */
final class SetUpLog implements RequestLog {
  private final int user;

  SetUpLog(int user) {
    this.user = user;
  }

  @Override
  public long begin() {
    return System.nanoTime();
  }

  @Override
  public void ended(
      Endpoint endpoint, long intended, long sent, long end, int contentSize, Result result) {
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

  @Override
  public void reconnected() {
    // Not counted before the load test.
  }
}
