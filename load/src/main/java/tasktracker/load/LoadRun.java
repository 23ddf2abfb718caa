package tasktracker.load;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tasktracker.load.http.Sessions;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.OpenModel;
import tasktracker.load.recording.Recorder;
import tasktracker.load.recording.Recording;
import tasktracker.load.recording.Second;
import tasktracker.load.watch.SelfWatch;

/** One run of a load test through its phases, in one thread. */
final class LoadRun {
  /** Users learn of the measurement this long before its begin. */
  private static final Duration NOTICE = Duration.ofMillis(5);

  private final LoadPlan plan;
  private final Coordination coordination;
  private final Sessions sessions;
  private final LoadListener listener;
  private final RunClock clock = RunClock.start();
  private final Heartbeat heartbeat = new Heartbeat(this::beat);
  private final SetUp setUp;

  private Phase phase = Phase.SET_UP;
  private Recorder recorder;
  private Crew crew;
  private long expectedEnd;

  LoadRun(
      LoadPlan plan,
      Share share,
      Coordination coordination,
      Sessions sessions,
      LoadListener listener) {
    this.plan = plan;
    this.coordination = coordination;
    this.sessions = sessions;
    this.listener = listener;
    this.setUp = new SetUp(plan, share, sessions);
  }

  void stop() {
    heartbeat.stop();
  }

  LoadResult run() throws InterruptedException {
    ClosedModel model =
        switch (plan.model()) {
          case ClosedModel closed -> closed;
          case OpenModel _ -> throw new UnsupportedOperationException("open model");
        };
    begin(Phase.SET_UP, System.nanoTime());
    List<PreparedUser> users = setUp.run(heartbeat);

    long rampUp = agree(Phase.RAMP_UP, System.nanoTime());
    recorder = newRecorder(rampUp);
    RunLog log = new RunLog(recorder);
    crew = new Crew(sessions, log, heartbeat);
    try {
      rampUp(users, model, rampUp);
      heartbeat.until(rampUp + plan.warmUp().toNanos() - NOTICE.toNanos());
      return heartbeat.isStopped() ? nothingMeasured() : measure(log);
    } finally {
      log.silence();
      crew.dismiss();
    }
  }

  private void rampUp(List<PreparedUser> users, ClosedModel model, long start)
      throws InterruptedException {
    begin(Phase.RAMP_UP, start);
    for (PreparedUser user : users) {
      heartbeat.until(start + Math.round(user.number() / model.spawnRate() * 1e9));
      if (heartbeat.isStopped()) {
        return;
      }
      crew.spawn(user, model.thinkTime());
    }
    heartbeat.await(() -> crew.allRunning(users.size()));
    begin(Phase.WARM_UP, System.nanoTime());
  }

  private LoadResult measure(RunLog log) throws InterruptedException {
    long start = agree(Phase.MEASUREMENT, System.nanoTime() + NOTICE.toNanos());
    long end = start + plan.measurement().toNanos();
    Recorder measured = newRecorder(start);
    log.announce(new Measurement(start, end, measured));
    heartbeat.until(start);
    recorder = measured;
    begin(Phase.MEASUREMENT, start);
    // Asked now: at the end, the first users are gone before anyone can count.
    int users = crew.running();
    heartbeat.until(end);

    boolean stopped = heartbeat.isStopped();
    if (stopped) {
      log.silence();
      end = Math.clamp(System.nanoTime(), start, end);
    }
    crew.wakeThinkers();
    begin(Phase.WIND_DOWN, end);
    awaitRequestsInFlight();
    log.silence();
    crew.dismiss();
    Recording recording = measured.finish(end, users);
    return new LoadResult(plan, clock.at(start), clock.at(end), stopped, recording, SelfWatch.NONE);
  }

  /** Users go on and the heartbeat beats while others are not ready. */
  private long agree(Phase next, long earliest) throws InterruptedException {
    CompletableFuture<Instant> begin = new CompletableFuture<>();
    Thread asking =
        Thread.startVirtualThread(() -> {
          try {
            begin.complete(coordination.agree(next, clock.at(earliest)));
          } catch (Exception e) {
            begin.completeExceptionally(e);
          }
          heartbeat.wake();
        });
    heartbeat.await(begin::isDone);
    asking.interrupt();
    return Math.max(earliest, clock.nanos(begin.getNow(clock.at(earliest))));
  }

  private void awaitRequestsInFlight() throws InterruptedException {
    Duration patience =
        plan.http().connectTimeout().plus(plan.http().responseTimeout()).plus(NOTICE);
    heartbeat.until(System.nanoTime() + patience.toNanos(), crew::allEnded);
  }

  private LoadResult nothingMeasured() {
    long now = System.nanoTime();
    Recording recording = newRecorder(now).finish(now, 0);
    return new LoadResult(plan, clock.at(now), clock.at(now), true, recording, SelfWatch.NONE);
  }

  private Recorder newRecorder(long start) {
    return new Recorder(clock.at(start), start, plan.model().hasSchedule());
  }

  private void begin(Phase next, long nanos) {
    phase = next;
    heartbeat.align(nanos + Recorder.GRACE.toNanos());
    expectedEnd = expectedEnd(nanos);
    listener.phaseStarted(next, clock.at(nanos));
  }

  private long expectedEnd(long phaseStart) {
    return switch (phase) {
      case SET_UP, RAMP_UP -> phaseStart + leadTime().plus(plan.measurement()).toNanos();
      case MEASUREMENT -> phaseStart + plan.measurement().toNanos();
      case WARM_UP, WIND_DOWN -> expectedEnd;
    };
  }

  /** From the first spawned user to the begin of the measurement, if all goes well. */
  private Duration leadTime() {
    ClosedModel model = (ClosedModel) plan.model();
    Duration rampUp = Duration.ofNanos(Math.round(model.users() / model.spawnRate() * 1e9));
    return rampUp.compareTo(plan.warmUp()) > 0 ? rampUp : plan.warmUp();
  }

  private void beat() {
    long now = System.nanoTime();
    Optional<Second> latest = Optional.empty();
    int users = setUp.prepared();
    if (phase != Phase.SET_UP) {
      users = crew.running();
      if (phase != Phase.WIND_DOWN) {
        recorder.collect(now, users);
      }
      latest = recorder.latest();
    }
    listener.progress(
        new Progress(
            phase,
            users,
            latest.map(s -> s.aggregated().requestsPerSecond(s.length())).orElse(0.0),
            latest.flatMap(s -> s.aggregated().latencies().percentile(95)),
            phase.compareTo(Phase.MEASUREMENT) < 0 ? 0 : recorder.failures(),
            Duration.ofNanos(Math.max(0, expectedEnd - now))));
  }
}
