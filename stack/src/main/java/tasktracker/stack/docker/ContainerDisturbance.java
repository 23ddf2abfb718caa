package tasktracker.stack.docker;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.embedded.Guardian;
import tasktracker.stack.fault.Disturbance;
import tasktracker.stack.fault.Evidence;

/** One fault on some containers. A shell undoes it should the lab die meanwhile. */
final class ContainerDisturbance implements Disturbance {
  private final Breakage breakage;
  private final List<Container> hit;
  private final FaultedContainers affected;
  private Guardian guard;

  ContainerDisturbance(Breakage breakage, FaultedContainers affected) {
    this.breakage = breakage;
    this.hit = affected.hit();
    this.affected = affected;
  }

  @Override
  public void begin() {
    guard = Guardian.watch(breakage.undo().apply(hit), Map.of());
    for (List<String> command : breakage.begin()) {
      failure(command)
          .ifPresent(failure -> {
            throw new EnvironmentException(failure);
          });
    }
  }

  @Override
  public Evidence verify() {
    return evidence(breakage.inForce(), breakage.seen());
  }

  /** Whether it is undone, the containers tell: a begin that failed half way leaves less to do. */
  @Override
  public void undo() {
    if (guard == null) {
      return;
    }
    List<Container> broken = broken();
    if (!broken.isEmpty()) {
      String failures =
          breakage.undo().apply(broken).stream()
              .flatMap(command -> failure(command).stream())
              .collect(Collectors.joining("; "));
      if (!failures.isEmpty() && !broken().isEmpty()) {
        throw new EnvironmentException(failures);
      }
    }
    guard.close();
    guard = null;
  }

  /** Those that are still there and not as before. */
  private List<Container> broken() {
    return Container.there(hit).stream().filter(breakage.begun()).toList();
  }

  @Override
  public Evidence verifyUndone() {
    return evidence(breakage.begun().negate(), "is as before");
  }

  @Override
  public boolean isReady() {
    return affected.areReady();
  }

  private Evidence evidence(Predicate<Container> wanted, String text) {
    List<Container> now = Container.there(hit);
    List<String> there = now.stream().map(Container::id).toList();
    List<Container> others =
        Stream.concat(
                hit.stream().filter(container -> !there.contains(container.id())),
                now.stream().filter(wanted.negate()))
            .toList();
    return others.isEmpty()
        ? new Evidence(true, "%s %s".formatted(names(now), text))
        : new Evidence(false, "%s: not so for %s".formatted(text, names(others)));
  }

  private static String names(List<Container> containers) {
    return containers.stream()
        .map(container -> "container %s of %s".formatted(container.shortId(), container.instance()))
        .collect(Collectors.joining(", "));
  }

  private static Optional<String> failure(List<String> command) {
    DockerCommand.Result result = DockerCommand.run(command);
    return result.succeeded()
        ? Optional.empty()
        : Optional.of("'%s' failed: %s".formatted(String.join(" ", command), result.err().strip()));
  }
}
