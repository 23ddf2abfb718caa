package tasktracker.load.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.LoadRunner;
import tasktracker.load.Phase;
import tasktracker.load.recording.Recording;
import tasktracker.load.watch.SelfWatch;
import tasktracker.load.worker.Message.Done;
import tasktracker.load.worker.Message.Entered;
import tasktracker.load.worker.Message.Failed;
import tasktracker.load.worker.Message.Glance;
import tasktracker.load.worker.Message.Ready;

/**
 * One load test by several generators, processes of this machine or workers of others, which share
 * users or arrivals, begin every phase at the same moment, and whose recordings become one. Runs
 * once.
 */
public final class Workers implements LoadRunner {
  /** How far apart they may begin to measure. */
  public static final Duration LARGEST_START_SPREAD = Duration.ofMillis(100);

  /** From the agreement to the moment agreed on: enough for a message to arrive. */
  private static final Duration NOTICE = Duration.ofMillis(100);

  private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final LoadOrder order;
  private final LoadPlan plan;
  private final WorkerPlaces places;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final List<Worker> workers = new ArrayList<>();
  private final Map<Worker, ClockReading> clocks = new LinkedHashMap<>();
  private final Map<Phase, List<Instant>> ready = new EnumMap<>(Phase.class);
  private final Map<Phase, Map<Worker, Instant>> entered = new EnumMap<>(Phase.class);
  private final Map<Worker, Done> done = new LinkedHashMap<>();
  private final Map<Worker, String> lost = new LinkedHashMap<>();
  private final GlanceTogether glances = new GlanceTogether();
  private Instant rampUp = Instant.MAX;
  private Duration notice = NOTICE;
  private long nextSecond = System.nanoTime() + SECOND_NANOS;
  private boolean stopped;
  private List<WorkerRecord> records = List.of();

  /** What a worker said; nothing when {@link #stop()} was called. */
  private record Event(Worker worker, Message message) {}

  /**
   * A test that has not begun.
   *
   * @param plan what the order says
   * @param places where its generators are
   */
  public Workers(LoadOrder order, LoadPlan plan, WorkerPlaces places) {
    this.order = order;
    this.plan = plan;
    this.places = places;
  }

  /**
   * Runs the test until its end. No process of this machine and no connection is left when this
   * returns or throws. A worker that is lost while it measures ends the test early: the result has
   * what arrived of it, and says so as a breakage.
   *
   * @throws WorkerException when a worker cannot be had, says that the test cannot go on, or is
   *     lost before the measurement; the others are ended
   * @throws InterruptedException when this thread is interrupted
   */
  @Override
  public LoadResult run(LoadListener listener) throws InterruptedException {
    try {
      begin();
      while (done.size() + lost.size() < workers.size()) {
        Event event = events.poll(nextSecond - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (event != null) {
          handle(event, listener);
        }
        if (System.nanoTime() - nextSecond >= 0) {
          nextSecond += SECOND_NANOS;
          tell(new Message.Alive());
          glances.progress().ifPresent(listener::progress);
          endWarmUp(listener);
        }
      }
      records = readAgain();
      return result();
    } finally {
      workers.forEach(Worker::close);
    }
  }

  /** Ends the test early, from any thread: {@link #run} returns with what was measured so far. */
  @Override
  public void stop() {
    events.add(new Event(null, null));
  }

  /** What is known of each worker, once the test is over. */
  public List<WorkerRecord> records() {
    return records;
  }

  private void begin() throws InterruptedException {
    for (int i = 0; i < places.count(); i++) {
      Worker worker = new Worker(places.connect(i));
      workers.add(worker);
      worker.listen((from, said) -> events.add(new Event(from, said)));
      clocks.put(worker, worker.isLocal() ? ClockReading.SAME : clock(worker));
      tell(new Message.Alive());
    }
    Duration longest =
        clocks.values().stream()
            .map(ClockReading::roundTrip)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    notice = NOTICE.plus(longest.multipliedBy(2));
    for (Worker worker : workers) {
      worker.send(
          new Message.Begin(
              order, workers.indexOf(worker), workers.size(), clocks.get(worker).ahead()));
    }
  }

  private static ClockReading clock(Worker worker) throws InterruptedException {
    return worker
        .readClock()
        .orElseThrow(() -> new WorkerException(worker.name() + " does not say what time it is"));
  }

  /** A clock that was set meanwhile shows itself at the end. */
  private List<WorkerRecord> readAgain() throws InterruptedException {
    List<WorkerRecord> all = new ArrayList<>();
    for (Worker worker : workers) {
      boolean asks = !worker.isLocal() && done.containsKey(worker);
      tell(new Message.Alive());
      Optional<ClockReading> after = asks ? worker.readClock() : Optional.empty();
      all.add(
          new WorkerRecord(
              worker.name(),
              worker.isLocal(),
              clocks.get(worker),
              after,
              Optional.ofNullable(entered.getOrDefault(Phase.MEASUREMENT, Map.of()).get(worker)),
              Optional.ofNullable(lost.get(worker))));
    }
    return List.copyOf(all);
  }

  private LoadResult result() {
    List<Recording> recordings = new ArrayList<>();
    done.values().forEach(part -> recordings.add(part.recording()));
    lost.keySet().forEach(worker -> recordings.add(Recording.of(worker.measured())));
    Instant start = first(done.values().stream().map(Done::start)).orElseGet(this::begun);
    Recording recording = recordings.stream().reduce(Recording::plus).orElseThrow();
    return new LoadResult(
            plan,
            start,
            last(done.values().stream().map(Done::end))
                .orElse(start.plusSeconds(recording.seconds().size())),
            stopped,
            recording,
            done.values().stream()
                .map(Done::watch)
                .reduce(places.shareOneMachine() ? SelfWatch::plus : SelfWatch::besideOther)
                .orElse(SelfWatch.NONE))
        .brokenBy(breakages());
  }

  private Instant begun() {
    return first(entered.get(Phase.MEASUREMENT).values().stream()).orElseThrow();
  }

  private static Optional<Instant> first(Stream<Instant> moments) {
    return moments.min(Comparator.naturalOrder());
  }

  private static Optional<Instant> last(Stream<Instant> moments) {
    return moments.max(Comparator.naturalOrder());
  }

  private List<String> breakages() {
    List<String> all = new ArrayList<>();
    lost.values().forEach(reason -> all.add("a generator was lost: " + reason));
    WorkerRecord.startSpread(records)
        .filter(spread -> spread.compareTo(LARGEST_START_SPREAD) > 0)
        .ifPresent(spread ->
            all.add(
                "the generators began to measure %d ms apart, at most %d ms are allowed"
                    .formatted(spread.toMillis(), LARGEST_START_SPREAD.toMillis())));
    records.stream()
        .filter(record -> record.clockStep().compareTo(LARGEST_START_SPREAD) > 0)
        .forEach(record ->
            all.add(
                "the clock of %s was set by %.3f s during the run"
                    .formatted(record.name(), record.clockStep().toNanos() / 1e9)));
    return all;
  }

  private void handle(Event event, LoadListener listener) {
    if (event.worker() == null) {
      stopped = true;
      tell(new Message.Stop());
    } else {
      handle(event.worker(), event.message(), listener);
    }
  }

  private void handle(Worker worker, Message message, LoadListener listener) {
    switch (message) {
      case Ready(var phase, var earliest) -> {
        ready.computeIfAbsent(phase, _ -> new ArrayList<>()).add(earliest);
        if (phase != Phase.MEASUREMENT) {
          agree(phase);
        } else {
          endWarmUp(listener);
        }
      }
      case Entered(var phase, var at) -> enter(worker, phase, at, listener);
      case Glance glance -> glances.add(worker, glance);
      case Done result -> done.put(worker, result);
      case Failed(var reason) -> failed(worker, reason);
      default -> throw new IllegalStateException("a worker said " + message);
    }
  }

  /** What the others measure from now on is less than the plan says. */
  private void failed(Worker worker, String reason) {
    if (!worker.isLost() || !hasBegun(Phase.MEASUREMENT)) {
      throw new WorkerException(
          worker.isLost() || worker.isLocal() ? reason : worker.name() + ": " + reason);
    }
    int second = worker.measured().size() + 1;
    lost.put(worker, "%s in second %s of the measurement".formatted(reason, second));
    glances.remove(worker);
    tell(new Message.Stop());
  }

  /** Workers that wait for the measurement go on with their load. */
  private void endWarmUp(LoadListener listener) {
    boolean isFixed = plan.warmUpLimit().equals(plan.warmUp());
    boolean isOver = Duration.between(rampUp, Instant.now()).compareTo(plan.warmUpLimit()) >= 0;
    if (isFixed || isOver || listener.isWarm()) {
      agree(Phase.MEASUREMENT);
    }
  }

  private void agree(Phase phase) {
    List<Instant> moments = ready.getOrDefault(phase, List.of());
    if (moments.size() == workers.size()) {
      moments.add(Instant.now().plus(notice));
      tell(new Message.Agreed(phase, last(moments.stream()).orElseThrow()));
    }
  }

  /** A phase has begun when it has for all. */
  private void enter(Worker worker, Phase phase, Instant at, LoadListener listener) {
    entered.computeIfAbsent(phase, _ -> new LinkedHashMap<>()).put(worker, at);
    if (hasBegun(phase)) {
      rampUp = phase == Phase.RAMP_UP ? at : rampUp;
      listener.phaseStarted(phase, at);
    }
  }

  private boolean hasBegun(Phase phase) {
    return entered.getOrDefault(phase, Map.of()).size() == workers.size();
  }

  private void tell(Message message) {
    workers.stream()
        .filter(worker -> !lost.containsKey(worker))
        .forEach(worker -> worker.send(message));
  }
}
