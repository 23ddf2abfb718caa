package tasktracker.stack.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.embedded.Guardian;

/** A project while it belongs to this process: whatever happens, it is taken down once. */
final class OwnedProject {
  private final Compose compose;
  private final Optional<StackGroup> group;
  private final Guardian guard;
  private final Thread hook = new Thread(this::end, "compose-down");
  private boolean ended;

  private OwnedProject(Compose compose, Optional<StackGroup> group) {
    this.compose = compose;
    this.group = group;
    List<List<String>> end = new ArrayList<>(List.of(compose.downCommand()));
    group.map(StackGroup::removeCommand).ifPresent(end::add);
    this.guard = Guardian.watch(end, compose.environment());
  }

  /**
   * Takes charge of a project that will be brought up.
   *
   * @param group the control group above its containers, if it is to have one
   */
  static OwnedProject begin(Compose compose, Optional<StackGroup> group) {
    OwnedProject deployment = new OwnedProject(compose, group);
    Runtime.getRuntime().addShutdownHook(deployment.hook);
    return deployment;
  }

  /**
   * Takes the project down; does nothing once that has succeeded.
   *
   * @throws EnvironmentException when it fails twice; it is tried again when this process ends
   */
  synchronized void end() {
    if (!ended) {
      takeDown();
      ended = true;
      group.ifPresent(StackGroup::remove);
      forget();
    }
  }

  private void takeDown() {
    try {
      compose.down();
    } catch (EnvironmentException e) {
      // What an engine at work refuses, such as a network that is still in use, it may do now.
      compose.down();
    }
  }

  /** Leaves the project to whoever takes it down later. */
  synchronized void release() {
    ended = true;
    forget();
  }

  private void forget() {
    guard.close();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The lab is shutting down, and this is the hook at work.
      return;
    }
  }
}
