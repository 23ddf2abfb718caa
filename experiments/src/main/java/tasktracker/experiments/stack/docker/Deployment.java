package tasktracker.experiments.stack.docker;

import java.util.List;

/** A project while it belongs to this process: whatever happens, it is taken down once. */
final class Deployment {
  private final Compose compose;
  private final ShellGuard guard;
  private final Thread hook = new Thread(this::end, "compose-down");
  private boolean ended;

  private Deployment(Compose compose) {
    this.compose = compose;
    this.guard = ShellGuard.watch(List.of(compose.downCommand()), compose.environment());
  }

  static Deployment begin(Compose compose) {
    Deployment deployment = new Deployment(compose);
    Runtime.getRuntime().addShutdownHook(deployment.hook);
    return deployment;
  }

  /** Takes the project down; does nothing the second time. */
  synchronized void end() {
    if (!ended) {
      ended = true;
      compose.down();
      forget();
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
