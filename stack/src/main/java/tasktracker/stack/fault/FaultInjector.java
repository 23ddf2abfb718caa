package tasktracker.stack.fault;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tasktracker.error.EnvironmentException;
import tasktracker.error.UsageException;

/**
 * Breaks a running stack: begins a fault, verifies that it took effect, holds it, undoes it
 * whatever happens, verifies that too, and waits until what was hit is healthy again. Thread-safe,
 * as long as no two injections overlap on the same target.
 */
public final class FaultInjector {
  /** How long to wait for health after a fault was undone. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

  private final FaultSurface surface;
  private final InstantSource clock;
  private final Duration patience;

  /**
   * An injector that waits {@link #PATIENCE} for health.
   *
   * @param clock times the injections; the clock of the requests, see {@link
   *     tasktracker.load.LoadListener#started}
   */
  public FaultInjector(FaultSurface surface, InstantSource clock) {
    this(surface, clock, PATIENCE);
  }

  /** An injector that waits so long for health after a fault was undone. */
  public FaultInjector(FaultSurface surface, InstantSource clock, Duration patience) {
    this.surface = surface;
    this.clock = clock;
    this.patience = patience;
  }

  /**
   * Breaks the target and mends it again. A fault that does not take effect is undone at once.
   *
   * @throws UsageException when there is no such target, or the stack cannot have the fault;
   *     nothing was done then
   * @throws InterruptedException when the thread was interrupted; the fault has been undone
   */
  public Injection inject(Fault fault, FaultTarget target) throws InterruptedException {
    return inject(fault, target, InjectionListener.NONE);
  }

  /** The same, and tells how it goes. */
  public Injection inject(Fault fault, FaultTarget target, InjectionListener listener)
      throws InterruptedException {
    List<String> instances = surface.breakables().instances(target);
    Disturbance disturbance = surface.disturbance(fault, target);
    Instant requested = clock.instant();
    Step effect;
    Step undoing;
    try {
      effect = bringAbout(disturbance);
      if (effect.at().isPresent()) {
        listener.effective(instances, effect.at().get());
        Thread.sleep(Duration.between(clock.instant(), effect.at().get().plus(fault.duration())));
      }
    } finally {
      undoing = undo(disturbance);
      undoing.at().ifPresent(listener::undone);
    }
    return new Injection(
        fault,
        target,
        instances,
        requested,
        effect.at(),
        undoing.at(),
        awaitReady(disturbance),
        effect.evidence(),
        undoing.at().isPresent() ? undone(disturbance) : undoing.evidence());
  }

  /** When something came about, and what shows it; no moment where it did not. */
  private record Step(Optional<Instant> at, Evidence evidence) {
    static Step failed(Evidence evidence) {
      return new Step(Optional.empty(), evidence);
    }
  }

  private Step bringAbout(Disturbance disturbance) throws InterruptedException {
    try {
      disturbance.begin();
      Instant begun = clock.instant();
      Evidence evidence = disturbance.verify();
      return evidence.holds() ? new Step(Optional.of(begun), evidence) : Step.failed(evidence);
    } catch (EnvironmentException e) {
      return Step.failed(new Evidence(false, e.getMessage()));
    }
  }

  private Step undo(Disturbance disturbance) {
    try {
      disturbance.undo();
      return new Step(Optional.of(clock.instant()), new Evidence(true, "undone"));
    } catch (EnvironmentException e) {
      return Step.failed(new Evidence(false, e.getMessage()));
    }
  }

  private static Evidence undone(Disturbance disturbance) throws InterruptedException {
    try {
      return disturbance.verifyUndone();
    } catch (EnvironmentException e) {
      return new Evidence(false, e.getMessage());
    }
  }

  private Optional<Instant> awaitReady(Disturbance disturbance) throws InterruptedException {
    Instant deadline = clock.instant().plus(patience);
    while (clock.instant().isBefore(deadline)) {
      if (isReady(disturbance)) {
        return Optional.of(clock.instant());
      }
      Thread.sleep(LOOK_AGAIN);
    }
    return Optional.empty();
  }

  private static boolean isReady(Disturbance disturbance) {
    try {
      return disturbance.isReady();
    } catch (EnvironmentException e) {
      // Who cannot be asked now may be the next time.
      return false;
    }
  }
}
