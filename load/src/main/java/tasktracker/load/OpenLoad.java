package tasktracker.load;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import tasktracker.load.model.OpenModel;

/**
 * Users who work when someone arrives: the one who was busy last, else one more, else nobody and
 * the arrival is dropped.
 */
final class OpenLoad implements OfferedLoad {
  private final OpenModel model;
  private final Duration rampUp;
  private final LoadShare share;
  private final long seed;
  private final Queue<PreparedUser> unspawned;
  private final RunContext stage;
  private final IdleUsers idle = new IdleUsers();
  private Dispatcher dispatcher;
  private Thread thread;

  OpenLoad(
      OpenModel model,
      Duration rampUp,
      LoadShare share,
      long seed,
      List<PreparedUser> users,
      RunContext stage) {
    this.model = model;
    this.rampUp = rampUp;
    this.share = share;
    this.seed = seed;
    this.unspawned = new ArrayDeque<>(users);
    this.stage = stage;
  }

  /** Ends when users arrive at the rate of the warm-up. */
  @Override
  public void rampUp(long start) throws InterruptedException {
    ArrivalSchedule schedule = new ArrivalSchedule(model.arrivals(), rampUp, start, share, seed);
    dispatcher =
        new Dispatcher(
            schedule,
            NanoClock.SYSTEM,
            stage.log()::measurement,
            this::arrive,
            stage.releaseDelays());
    // A platform thread: its sleep does not queue behind the users for a carrier.
    thread = Thread.ofPlatform().name("arrivals").start(this::dispatch);
    stage.heartbeat().until(start + rampUp.toNanos());
  }

  private void dispatch() {
    try {
      dispatcher.run();
    } catch (Throwable e) {
      stage.heartbeat().fail(new IllegalStateException("arrivals have ended: " + e, e));
    }
  }

  private void arrive(long due) {
    ArrivalPacer user = idle.take();
    if (user != null) {
      user.assign(due);
    } else if (!unspawned.isEmpty()) {
      stage.crew().spawn(unspawned.remove(), new ArrivalPacer(due, idle));
    } else {
      stage.log().dropped(due);
    }
  }

  @Override
  public void measurementAnnounced() {
    LockSupport.unpark(thread);
  }

  /** All arrivals of the measurement have been handed out when this returns, unless stopped. */
  @Override
  public void end() throws InterruptedException {
    if (thread != null) {
      if (stage.log().isSilent()) {
        dispatcher.stop();
        LockSupport.unpark(thread);
      }
      thread.join();
    }
    idle.dismiss();
    stage.crew().wake();
  }
}
