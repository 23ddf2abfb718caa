package tasktracker.stack.fault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One time that a fault was brought about. All moments are of the clock that the {@link
 * FaultInjector} was given.
 *
 * @param fault what was done
 * @param target what was to be broken
 * @param instances names of the instances that were hit
 * @param requested when the lab set about it
 * @param effective when it was in force; empty if it never was
 * @param undone when the lab had taken it back: a process was started again, went on, or was
 *     connected again. It need not serve yet, see {@code ready}. Empty if that failed
 * @param ready when the instances hit, and the services that store in them, said again that they
 *     are healthy; empty if they did not within the injector's patience
 * @param effect what showed that it took effect, or that it did not
 * @param undoing what showed that it was gone, or that it was not
 */
public record Injection(
    Fault fault,
    FaultTarget target,
    List<String> instances,
    Instant requested,
    Optional<Instant> effective,
    Optional<Instant> undone,
    Optional<Instant> ready,
    Evidence effect,
    Evidence undoing) {

  /** Copies the list. */
  public Injection {
    instances = List.copyOf(instances);
  }

  /** Whether the fault took effect and was undone: else no claim may rest on the run. */
  public boolean verified() {
    return effect.holds() && undoing.holds();
  }
}
