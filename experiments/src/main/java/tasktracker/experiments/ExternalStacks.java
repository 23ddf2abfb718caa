package tasktracker.experiments;

import java.net.URI;
import tasktracker.stack.ExternalStack;
import tasktracker.stack.Stack;

/** Deployments that run already, at the base URLs of the settings. */
record ExternalStacks(SweepSettings settings) implements StackSource {

  @Override
  public void requireReady() {
    settings.architectures().forEach(this::up);
  }

  @Override
  public Stack up(String architecture) {
    URI entry = URI.create(settings.baseUrls().get(architecture));
    ExternalStack stack = new ExternalStack(architecture, entry);
    if (!settings.skipHealthCheck()) {
      stack.requireHealthy();
    }
    return stack;
  }
}
