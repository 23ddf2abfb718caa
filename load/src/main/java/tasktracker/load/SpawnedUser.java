package tasktracker.load;

import tasktracker.load.http.HttpSession;
import tasktracker.load.http.Sessions;

/** One running user: connects, starts, and does one task after the other until there is no next. */
record SpawnedUser(
    PreparedUser user,
    Rhythm rhythm,
    Sessions sessions,
    RunLog log,
    WakeUpCalls wakeUpCalls,
    Runnable onRunning)
    implements Runnable {
  @Override
  public void run() {
    UserLog requests = new UserLog(log, wakeUpCalls);
    try (HttpSession session = sessions.open(requests)) {
      rhythm.begin(requests);
      session.connect();
      attempt(() -> user.behaviour().onStart(session));
      onRunning.run();
      while (rhythm.awaitNext(requests)) {
        attempt(() -> user.behaviour().tasks().next(user.random()).run(session));
      }
    } catch (RunEnded e) {
      // The usual end of a user whose task has several requests.
      rhythm.cutShort();
    }
  }

  private void attempt(Runnable action) {
    try {
      action.run();
    } catch (RunEnded e) {
      throw e;
    } catch (Throwable e) {
      log.scenarioError(e);
    }
  }
}
