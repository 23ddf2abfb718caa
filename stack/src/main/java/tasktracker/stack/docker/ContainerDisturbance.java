package tasktracker.stack.docker;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.fault.Disturbance;
import tasktracker.stack.fault.Evidence;

/** One fault on some containers. A shell undoes it should the lab die meanwhile. */
final class ContainerDisturbance implements Disturbance {
  private final Breakage breakage;
  private final List<Container> hit;
  private final FaultedContainers affected;
  private ShellGuard guard;

  /** A fault that has not begun. */
  ContainerDisturbance(Breakage breakage, FaultedContainers affected) {
    this.breakage = breakage;
    this.hit = affected.hit();
    this.affected = affected;
  }

  @Override
  public void begin() {
    guard = ShellGuard.watch(breakage.undo(), Map.of());
    run(breakage.begin());
  }

  @Override
  public Evidence verify() {
    return evidence(true, breakage.seen());
  }

  @Override
  public void undo() {
    if (guard == null) {
      return;
    }
    guard.close();
    guard = null;
    List<Container> broken =
        hit.stream().map(Container::refreshed).filter(breakage.inForce()).toList();
    if (!broken.isEmpty()) {
      run(breakage.undo());
    }
  }

  @Override
  public Evidence verifyUndone() {
    return evidence(false, "is as before");
  }

  @Override
  public boolean isReady() {
    return affected.areReady();
  }

  private Evidence evidence(boolean wanted, String text) {
    List<Container> now = hit.stream().map(Container::refreshed).toList();
    List<Container> others =
        now.stream().filter(container -> breakage.inForce().test(container) != wanted).toList();
    return others.isEmpty()
        ? new Evidence(true, "%s %s".formatted(names(now), text))
        : new Evidence(false, "%s: not so for %s".formatted(text, names(others)));
  }

  private static String names(List<Container> containers) {
    return containers.stream()
        .map(container -> "container %s of %s".formatted(container.shortId(), container.instance()))
        .collect(Collectors.joining(", "));
  }

  private static void run(List<List<String>> commands) {
    for (List<String> command : commands) {
      DockerCommand.Result result = DockerCommand.run(command, Map.of());
      if (!result.succeeded()) {
        throw new EnvironmentException(
            "'%s' failed: %s".formatted(String.join(" ", command), result.err().strip()));
      }
    }
  }
}
