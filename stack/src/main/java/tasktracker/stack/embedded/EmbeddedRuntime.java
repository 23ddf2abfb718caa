package tasktracker.stack.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import tasktracker.error.EnvironmentException;
import tasktracker.results.file.FileFailure;
import tasktracker.stack.Architecture;
import tasktracker.stack.Instance;
import tasktracker.stack.Measurer;

/**
 * Brings up stacks as child processes, and finds and ends those that an earlier process of this
 * checkout left running. Thread-safe; several processes of one checkout take turns.
 */
public final class EmbeddedRuntime {
  private final Installation installation;

  /** A runtime for this checkout. */
  public EmbeddedRuntime(Installation installation) {
    this.installation = installation;
  }

  /**
   * Brings up an architecture on a fresh database and waits until every service is healthy. What a
   * dead lab left behind is cleaned first.
   *
   * @throws EnvironmentException when a port is taken, the architecture is up already, or a service
   *     dies or does not become healthy; nothing is left running then
   */
  public EmbeddedStack up(Architecture architecture, EmbeddedOptions options) {
    Deployment deployment = plan(architecture, options);
    Path folder = installation.stack(architecture.name());
    try (FileChannel channel = lockFile(folder);
        FileLock _ = channel.lock()) {
      requireRoom(deployment, folder);
      EmbeddedStack stack = new EmbeddedStack(installation, deployment, options, folder);
      stack.start();
      return stack;
    } catch (IOException e) {
      throw FileFailure.because("cannot lock " + folder, e);
    }
  }

  /**
   * Checks that an architecture could be brought up now, so that an experiment that cannot be
   * carried out does not begin. Cleans up after a dead lab.
   *
   * @throws EnvironmentException when it is up already or a port is taken
   * @throws tasktracker.error.UsageException when the options do not suit it
   */
  public void requireRoomFor(Architecture architecture, EmbeddedOptions options) {
    Path folder = installation.stack(architecture.name());
    try (FileChannel channel = lockFile(folder);
        FileLock _ = channel.lock()) {
      requireRoom(plan(architecture, options), folder);
    } catch (IOException e) {
      throw FileFailure.because("cannot lock " + folder, e);
    }
  }

  /** Whether the service JVMs have start-up caches from a training run of this build. */
  public boolean isTrained(Architecture architecture) {
    return new AotCaches(installation).completeFor(architecture);
  }

  /** Removes the start-up caches of an architecture, such as those of a training cut short. */
  public void forgetTraining(Architecture architecture) {
    new AotCaches(installation).forget(architecture);
  }

  /** The instances of a stack that is up and those of its instances that have died. */
  public record Status(boolean detached, List<InstanceStatus> instances) {}

  /** An instance, and whether its process lives. */
  public record InstanceStatus(Instance instance, boolean alive) {}

  /** What runs of an architecture; empty when it is down. */
  public Optional<Status> status(String architecture) {
    return new StackState(installation.stack(architecture))
        .read()
        .filter(EmbeddedRuntime::isThere)
        .map(content ->
            new Status(
                content.owner().isEmpty(),
                content.processes().stream()
                    .map(process ->
                        new InstanceStatus(process.instance(), process.handle().isPresent()))
                    .toList()));
  }

  /** Not where a lab that died left nothing but the list. */
  private static boolean isThere(StackState.Content content) {
    return content.owner().map(StackState.Owner::alive).orElse(true)
        || content.processes().stream().anyMatch(process -> process.handle().isPresent());
  }

  /** Whether any process of a stack of that architecture lives. */
  public boolean isUp(String architecture) {
    return status(architecture).stream()
        .flatMap(status -> status.instances().stream())
        .anyMatch(InstanceStatus::alive);
  }

  /**
   * Checks that no other process measures an architecture: neither the one that it belongs to, nor
   * one that is connected to its entry.
   *
   * @throws EnvironmentException naming that process
   */
  public void requireNotMeasured(Architecture architecture) {
    Optional<Measurer> owner =
        new StackState(installation.stack(architecture.name()))
            .read()
            .flatMap(StackState.Content::owner)
            .filter(StackState.Owner::alive)
            .map(each -> new Measurer(each.pid()));
    owner
        .or(() -> Measurer.connectedTo(architecture.entryService().port()))
        .ifPresent(measurer -> {
          throw measurer.refusal(architecture.name());
        });
  }

  /**
   * Takes down a stack, whoever started it, and removes its databases.
   *
   * @return whether there was one
   */
  public boolean down(String architecture) {
    Path folder = installation.stack(architecture);
    if (!Files.exists(folder)) {
      return false;
    }
    try (FileChannel channel = lockFile(folder);
        FileLock _ = channel.lock()) {
      return Leftovers.remove(folder);
    } catch (IOException e) {
      throw FileFailure.because("cannot lock " + folder, e);
    }
  }

  /** The log file of an instance; it exists once the instance has been started. */
  public Path log(String architecture, String instance) {
    return EmbeddedStack.log(installation.stack(architecture), instance);
  }

  private static Deployment plan(Architecture architecture, EmbeddedOptions options) {
    Deployment deployment = Deployment.plan(architecture, options.replicas());
    return options.linkProxies() ? deployment.withLinks() : deployment;
  }

  private void requireRoom(Deployment deployment, Path folder) {
    ProcessLimits.ofThisProcess().require();
    requireDown(deployment.architecture().name(), folder);
    Leftovers.remove(folder);
    Leftovers.ofDeadLabs(installation);
    deployment.requireFreePorts();
  }

  private static void requireDown(String architecture, Path folder) {
    StackState.Content content = new StackState(folder).read().orElse(null);
    if (content == null
        || content.processes().stream().allMatch(process -> process.handle().isEmpty())) {
      return;
    }
    if (content.owner().isEmpty()) {
      throw new EnvironmentException(
          "%1$s is up already: take it down with './tasktracker stack down %1$s', or measure it as it is with --runtime external"
              .formatted(architecture));
    }
    if (content.owner().get().alive()) {
      throw new EnvironmentException(
          "%s is being measured by process %d: wait for it to end"
              .formatted(architecture, content.owner().get().pid()));
    }
  }

  private static FileChannel lockFile(Path folder) throws IOException {
    Files.createDirectories(folder);
    return FileChannel.open(
        folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }
}
