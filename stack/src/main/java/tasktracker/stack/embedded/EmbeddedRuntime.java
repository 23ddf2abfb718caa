package tasktracker.stack.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tasktracker.results.file.FileFailure;
import tasktracker.stack.Architecture;
import tasktracker.stack.Instance;
import tasktracker.stack.Measurer;
import tasktracker.stack.Stack;
import tasktracker.stack.StackOptions;
import tasktracker.stack.StackRuntime;
import tasktracker.stack.fault.Fault;
import tasktracker.stack.fault.LinkFault;
import tasktracker.stack.resource.ProcessTable;

/**
 * Brings up stacks as child processes, and finds and ends those that an earlier process of this
 * checkout left running. Thread-safe; several processes of one checkout take turns.
 */
public final class EmbeddedRuntime implements StackRuntime {
  private final Installation installation;

  /** A runtime for this checkout. */
  public EmbeddedRuntime(Installation installation) {
    this.installation = installation;
  }

  @Override
  public String name() {
    return USUAL;
  }

  /** Cleans what a dead lab left behind first. */
  @Override
  public EmbeddedStack up(Architecture architecture, StackOptions options) {
    DeploymentPlan deployment = plan(architecture, options);
    StackFolder folder = folder(architecture.name());
    return folder.locked(() -> {
      requireRoom(deployment, folder);
      EmbeddedStack stack = new EmbeddedStack(installation, deployment, options, folder.path());
      stack.start();
      return stack;
    });
  }

  @Override
  public void requireReady(Architecture architecture, StackOptions options) {
    StackFolder folder = folder(architecture.name());
    folder.locked(() -> {
      requireRoom(plan(architecture, options), folder);
      return true;
    });
  }

  @Override
  public boolean isTrained(Architecture architecture) {
    return new AotCaches(installation).completeFor(architecture);
  }

  @Override
  public void train(Architecture architecture, Map<String, String> environment, Lesson lesson)
      throws InterruptedException {
    boolean complete = false;
    try {
      try (Stack stack =
          up(architecture, StackOptions.DEFAULTS.withEnvironment(environment).whichTrains())) {
        lesson.offer(stack.entry());
      }
      complete = true;
    } finally {
      if (!complete) {
        new AotCaches(installation).forget(architecture);
      }
    }
  }

  @Override
  public boolean needsLinkProxies(Fault fault) {
    return fault instanceof LinkFault;
  }

  @Override
  public List<String> jvmFlags(StackOptions options) {
    return ServiceCommand.JVM_FLAGS;
  }

  @Override
  public String memoryKind() {
    return ProcessTable.ofThisMachine().memoryKind();
  }

  @Override
  public Optional<String> databaseVersion() {
    return PostgresBinaries.unpackedBelow(installation.state()).version();
  }

  @Override
  public Optional<Status> status(Architecture architecture) {
    return new StackState(installation.stack(architecture.name()))
        .read()
        .filter(EmbeddedRuntime::isThere)
        .map(content ->
            new Status(
                content.owner().isPresent(),
                content.processes().stream()
                    .map(process -> member(process.instance(), process.handle().isPresent()))
                    .toList()));
  }

  private static Member member(Instance instance, boolean alive) {
    return new Member(instance.name(), instance.port(), "process " + instance.pid(), alive);
  }

  /** Not where a lab that died left nothing but the list. */
  private static boolean isThere(StackState.Content content) {
    return content.owner().map(StackOwner::alive).orElse(true)
        || content.processes().stream().anyMatch(process -> process.handle().isPresent());
  }

  @Override
  public boolean isUp(Architecture architecture) {
    return status(architecture).stream()
        .flatMap(status -> status.members().stream())
        .anyMatch(Member::alive);
  }

  @Override
  public Optional<Measurer> owner(Architecture architecture) {
    return new StackState(installation.stack(architecture.name()))
        .read()
        .flatMap(StackState.Content::owner)
        .filter(StackOwner::alive)
        .map(each -> new Measurer(each.pid()));
  }

  @Override
  public boolean down(Architecture architecture) {
    return down(architecture.name());
  }

  boolean down(String architecture) {
    StackFolder folder = folder(architecture);
    return Files.exists(folder.path()) && folder.locked(() -> Leftovers.remove(folder.path()));
  }

  @Override
  public List<String> logged(Architecture architecture) {
    Path folder = log(architecture, "any").getParent();
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\.log$", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw FileFailure.because("cannot read " + folder, e);
    }
  }

  @Override
  public List<String> log(Architecture architecture, String instance, int lines) {
    return LogTail.of(log(architecture, instance), lines);
  }

  private Path log(Architecture architecture, String instance) {
    return ProcessStack.log(installation.stack(architecture.name()), instance);
  }

  private static DeploymentPlan plan(Architecture architecture, StackOptions options) {
    DeploymentPlan deployment = DeploymentPlan.plan(architecture, options.replicas());
    return options.linkProxies() ? deployment.withLinks() : deployment;
  }

  private StackFolder folder(String architecture) {
    return new StackFolder(installation, architecture);
  }

  private static void requireRoom(DeploymentPlan deployment, StackFolder folder) {
    String name = deployment.architecture().name();
    folder.requireRoom(
        name,
        "take it down with '%s', or measure it as it is with --runtime external"
            .formatted(StackRuntime.downCommand(USUAL, name)));
    deployment.requireFreePorts();
  }
}
