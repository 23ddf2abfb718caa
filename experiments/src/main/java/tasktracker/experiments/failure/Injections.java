package tasktracker.experiments.failure;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tasktracker.stack.fault.Fault;
import tasktracker.stack.fault.FaultInjector;
import tasktracker.stack.fault.FaultTarget;
import tasktracker.stack.fault.Injection;

/** Breaks the stack at its times, in a thread of its own. One use. */
final class Injections {
  private final FaultInjector injector;
  private final InstantSource clock;
  private final Fault fault;
  private final FaultTarget target;
  private final FailureListener listener;
  private final List<Injection> done = new CopyOnWriteArrayList<>();
  private volatile RuntimeException failure;
  private Thread thread;

  Injections(
      FaultInjector injector,
      InstantSource clock,
      Fault fault,
      FaultTarget target,
      FailureListener listener) {
    this.injector = injector;
    this.clock = clock;
    this.fault = fault;
    this.target = target;
    this.listener = listener;
  }

  /** Begins to wait for the first of these moments. */
  void start(List<Instant> moments) {
    List<Instant> plan = new ArrayList<>(moments);
    thread = Thread.ofPlatform().name("fault-injector").start(() -> carryOut(plan));
  }

  private void carryOut(List<Instant> moments) {
    try {
      for (Instant moment : moments) {
        Thread.sleep(Duration.between(clock.instant(), moment));
        Injection injection = injector.inject(fault, target, listener);
        done.add(injection);
        listener.injected(injection);
      }
    } catch (InterruptedException e) {
      // The experiment was stopped; the injector has undone what it did.
      return;
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  /**
   * Waits for the end of a fault that is under way, health included, and returns all of them.
   *
   * @throws RuntimeException that of the injector
   */
  List<Injection> finish() throws InterruptedException {
    if (thread != null) {
      thread.join();
    }
    if (failure != null) {
      throw failure;
    }
    return List.copyOf(done);
  }

  /** Ends the waiting at once, undoes a fault under way, and returns those that were complete. */
  List<Injection> cancel() {
    if (thread == null) {
      return List.of();
    }
    thread.interrupt();
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return List.copyOf(done);
  }
}
