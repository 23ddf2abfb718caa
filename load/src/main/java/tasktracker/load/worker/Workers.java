package tasktracker.load.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.Phase;
import tasktracker.load.recording.Recording;
import tasktracker.load.watch.SelfWatch;
import tasktracker.load.worker.Message.Done;
import tasktracker.load.worker.Message.Entered;
import tasktracker.load.worker.Message.Failed;
import tasktracker.load.worker.Message.Glance;
import tasktracker.load.worker.Message.Ready;

/**
 * One load test by several processes of this machine, which share users or arrivals, begin every
 * phase at the same moment, and whose recordings become one. Runs once.
 */
public final class Workers {
  /** From the agreement to the moment agreed on: enough for a message to arrive. */
  private static final Duration NOTICE = Duration.ofMillis(100);

  private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final LoadOrder order;
  private final LoadPlan plan;
  private final int count;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final List<Worker> workers = new ArrayList<>();
  private final Map<Phase, List<Instant>> ready = new EnumMap<>(Phase.class);
  private final Map<Phase, Integer> entered = new EnumMap<>(Phase.class);
  private final Map<Worker, Done> done = new HashMap<>();
  private Instant rampUp = Instant.MAX;
  private final GlanceTogether glances = new GlanceTogether();
  private long nextGlance = System.nanoTime() + SECOND_NANOS;

  /** What a worker said; nothing when {@link #stop()} was called. */
  private record Event(Worker worker, Message message) {}

  /**
   * A test that has not begun.
   *
   * @param plan what the order says
   * @param count number of processes, 1 or more
   */
  public Workers(LoadOrder order, LoadPlan plan, int count) {
    this.order = order;
    this.plan = plan;
    this.count = count;
  }

  /**
   * Runs the test until its end. No process is left when this returns or throws.
   *
   * @throws WorkerException when a worker cannot be started, says that the test cannot go on, or
   *     dies; the others are ended
   * @throws InterruptedException when this thread is interrupted
   */
  public LoadResult run(LoadListener listener) throws InterruptedException {
    try {
      for (int i = 0; i < count; i++) {
        workers.add(Worker.start(i + 1, (worker, said) -> events.add(new Event(worker, said))));
        workers.getLast().send(new Message.Begin(order, i, count));
      }
      while (done.size() < count) {
        Event event = events.poll(nextGlance - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (event == null) {
          nextGlance += SECOND_NANOS;
          glances.progress().ifPresent(listener::progress);
          endWarmUp(listener);
        } else if (event.worker() == null) {
          tell(new Message.Stop());
        } else {
          handle(event.worker(), event.message(), listener);
        }
      }
      return result();
    } finally {
      workers.forEach(Worker::close);
    }
  }

  /** Ends the test early, from any thread: {@link #run} returns with what was measured so far. */
  public void stop() {
    events.add(new Event(null, null));
  }

  /** From the first begin to the last end, which on one machine are the same for all. */
  private LoadResult result() {
    Collection<Done> parts = done.values();
    return new LoadResult(
        plan,
        parts.stream().map(Done::start).min(Comparator.naturalOrder()).orElseThrow(),
        parts.stream().map(Done::end).max(Comparator.naturalOrder()).orElseThrow(),
        parts.stream().anyMatch(Done::stopped),
        parts.stream().map(Done::recording).reduce(Recording::plus).orElseThrow(),
        parts.stream().map(Done::watch).reduce(SelfWatch::plus).orElseThrow());
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
      case Entered(var phase, var at) -> enter(phase, at, listener);
      case Glance glance -> glances.add(worker, glance);
      case Done result -> done.put(worker, result);
      case Failed(var reason) -> throw new WorkerException(reason);
      default -> throw new IllegalStateException("a worker said " + message);
    }
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
    if (moments.size() == count) {
      moments.add(Instant.now().plus(NOTICE));
      tell(
          new Message.Agreed(phase, moments.stream().max(Comparator.naturalOrder()).orElseThrow()));
    }
  }

  /** A phase has begun when it has for all. */
  private void enter(Phase phase, Instant at, LoadListener listener) {
    if (entered.merge(phase, 1, Integer::sum) == count) {
      rampUp = phase == Phase.RAMP_UP ? at : rampUp;
      listener.phaseStarted(phase, at);
    }
  }

  private void tell(Message message) {
    workers.forEach(worker -> worker.send(message));
  }
}
