package tasktracker.load;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tasktracker.load.http.Sessions;
import tasktracker.load.recording.LatencyRecorder;
import tasktracker.load.recording.Recorder;
import tasktracker.load.recording.Recording;
import tasktracker.load.recording.Second;
import tasktracker.load.watch.SelfWatch;
import tasktracker.load.watch.SelfWatcher;

/** One run of a load test through its phases, in one thread. */
final class LoadRun {
  /** Users learn of the measurement this long before its begin. */
  private static final Duration NOTICE = Duration.ofMillis(5);

  private final LoadPlan plan;
  private final LoadShare share;
  private final Coordination coordination;
  private final Sessions sessions;
  private final LoadListener listener;
  private final RunClock clock;
  private final Heartbeat heartbeat = new Heartbeat(this::beat);
  private final LatencyRecorder releaseDelays = new LatencyRecorder();
  private final SetUp setUp;

  private Phase phase = Phase.SET_UP;
  private Recorder recorder;
  private WakeUpCalls wakeUpCalls;
  private RunningUsers crew;
  private SelfWatcher watcher;
  private long expectedEnd;
  private int told;

  LoadRun(
      LoadPlan plan,
      LoadShare share,
      Coordination coordination,
      Sessions sessions,
      LoadListener listener) {
    this.plan = plan;
    this.share = share;
    this.coordination = coordination;
    this.sessions = sessions;
    this.listener = listener;
    this.clock = RunClock.start(coordination.clock());
    this.setUp = new SetUp(plan, share, sessions);
  }

  void stop() {
    heartbeat.stop();
  }

  LoadResult run() throws InterruptedException {
    listener.started(clock);
    begin(Phase.SET_UP, System.nanoTime());
    List<PreparedUser> users = setUp.run(heartbeat);
    long rampUp = agree(Phase.RAMP_UP);
    recorder = newRecorder(rampUp);
    Measurement rehearsal = new Measurement(rampUp, rampUp + NanoClock.FAR_FUTURE_NANOS, recorder);
    RunLog log = new RunLog(rehearsal);
    wakeUpCalls = WakeUpCalls.start();
    crew = new RunningUsers(sessions, log, heartbeat, wakeUpCalls);
    RunContext stage = new RunContext(crew, log, heartbeat, wakeUpCalls, releaseDelays);
    OfferedLoad load = OfferedLoad.of(plan, share, users, stage);
    try {
      heartbeat.until(rampUp);
      long start = rehearse(load, rehearsal);
      return heartbeat.isStopped() ? nothingMeasured() : measure(load, log, start);
    } finally {
      log.silence();
      load.end();
      crew.dismiss();
      wakeUpCalls.close();
    }
  }

  /**
   * Goes through ramp-up and warm-up, watched like the measurement.
   *
   * @return when the measurement begins
   */
  private long rehearse(OfferedLoad load, Measurement rehearsal) throws InterruptedException {
    long rampUp = rehearsal.startNanos();
    try (SelfWatcher rehearsing = newWatcher(rehearsal)) {
      watcher = rehearsing;
      begin(Phase.RAMP_UP, rampUp);
      load.rampUp(rampUp);
      begin(Phase.WARM_UP, System.nanoTime());
      // Of set-up and ramp-up, lest collections within the measurement have much to copy.
      System.gc();
      heartbeat.until(rampUp + plan.warmUp().minus(NOTICE).toNanos());
      heartbeat.until(rampUp + plan.warmUpLimit().minus(NOTICE).toNanos(), listener::isWarm);
      return agree(Phase.MEASUREMENT);
    }
  }

  private LoadResult measure(OfferedLoad load, RunLog log, long start) throws InterruptedException {
    Measurement measurement =
        new Measurement(start, start + plan.measurement().toNanos(), newRecorder(start));
    log.announce(measurement);
    load.measurementAnnounced();
    heartbeat.until(start);
    recorder = measurement.recorder();
    begin(Phase.MEASUREMENT, start);
    try (SelfWatcher measuring = newWatcher(measurement)) {
      watcher = measuring;
      // At the end of a closed model, the first users are gone before anyone can count.
      int atStart = crew.running();
      heartbeat.until(measurement.endNanos());
      int users = Math.max(atStart, crew.running());
      boolean stopped = heartbeat.isStopped();
      if (stopped) {
        log.silence();
      }
      long end = Math.clamp(System.nanoTime(), start, measurement.endNanos());
      measuring.stop(end);
      load.end();
      begin(Phase.WIND_DOWN, end);
      awaitRequestsInFlight();
      log.silence();
      crew.dismiss();
      Recording recording = recorder.finish(end, users);
      SelfWatch selfWatch = measuring.result(stopped);
      return new LoadResult(plan, clock.at(start), clock.at(end), stopped, recording, selfWatch);
    }
  }

  private SelfWatcher newWatcher(Measurement measurement) {
    int accountable = plan.model().hasSchedule() ? 0 : crew.running();
    return new SelfWatcher(
        clock.at(measurement.startNanos()),
        measurement.startNanos(),
        accountable,
        measurement.userTime()::sum,
        wakeUpCalls,
        releaseDelays);
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

  /** When the next phase begins for all generators; the heart goes on beating meanwhile. */
  private long agree(Phase next) throws InterruptedException {
    Instant earliest = clock.at(System.nanoTime() + NOTICE.toNanos());
    CompletableFuture<Instant> begin = new CompletableFuture<>();
    // A virtual thread would wait for its first turn until no user is ready to run.
    Thread asking =
        Thread.ofPlatform()
            .daemon()
            .name("agreement")
            .start(() -> {
              try {
                begin.complete(coordination.agree(next, earliest));
              } catch (InterruptedException | RuntimeException e) {
                heartbeat.fail(new IllegalStateException("the generators did not agree", e));
              } finally {
                heartbeat.wake();
              }
            });
    try {
      heartbeat.await(begin::isDone);
    } finally {
      asking.interrupt();
    }
    long agreed = clock.nanos(begin.getNow(earliest));
    long soonest = System.nanoTime() + NOTICE.toNanos();
    return agreed - soonest < 0 ? soonest : agreed;
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
    Duration rampUp = OfferedLoad.rampUpTime(plan);
    return rampUp.compareTo(plan.warmUp()) > 0 ? rampUp : plan.warmUp();
  }

  private void beat() {
    long now = System.nanoTime();
    Optional<Second> latest = Optional.empty();
    int users = setUp.prepared();
    if (crew != null) {
      users = crew.running();
      if (phase != Phase.WIND_DOWN) {
        recorder.collect(now, users);
      }
      if (phase == Phase.MEASUREMENT) {
        recorder.since(told).forEach(second -> listener.measured(told++, second));
      }
      latest = recorder.latest();
    }
    // A warm-up may last longer than its least time.
    long least = phase == Phase.WARM_UP ? plan.measurement().toNanos() : 0;
    listener.progress(
        new Progress(
            phase,
            users,
            latest,
            phase.compareTo(Phase.MEASUREMENT) < 0 ? 0 : recorder.failures(),
            Duration.ofNanos(Math.max(least, expectedEnd - now)),
            Optional.ofNullable(watcher).flatMap(SelfWatcher::latest)));
  }
}
