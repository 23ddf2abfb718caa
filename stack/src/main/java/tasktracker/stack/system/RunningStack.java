package tasktracker.stack.system;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import tasktracker.stack.Instance;
import tasktracker.stack.InstanceCondition;
import tasktracker.stack.Listener;
import tasktracker.stack.Stack;
import tasktracker.stack.fault.FaultSurface;
import tasktracker.stack.resource.UsageSource;

/**
 * A system that somebody else runs, as it was found; closing it leaves it as it is.
 *
 * @param listener who answers; empty where nobody knows
 */
record RunningStack(UrlSystem system, Optional<Listener> listener) implements Stack {

  @Override
  public String architecture() {
    return system.name();
  }

  @Override
  public URI entry() {
    return system.entry();
  }

  @Override
  public List<Instance> instances() {
    return listener.map(Listener::instances).orElse(List.of());
  }

  @Override
  public Optional<UsageSource> usage() {
    return listener.map(Listener::usage);
  }

  @Override
  public Optional<FaultSurface> faults() {
    return listener.flatMap(
        found -> found.faults(system.name(), () -> system.complaint().isEmpty()));
  }

  @Override
  public List<InstanceCondition> conditions() {
    return listener.map(Listener::conditions).orElse(List.of());
  }

  @Override
  public Optional<String> complaint() {
    return system.complaint();
  }

  @Override
  public List<String> lastLines(String instance, int lines) {
    return listener.map(found -> found.lastLines(instance, lines)).orElse(List.of());
  }

  @Override
  public void close() {
    // Not started here, so not stopped here.
  }
}
