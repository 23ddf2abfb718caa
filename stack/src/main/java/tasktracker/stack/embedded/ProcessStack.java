package tasktracker.stack.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tasktracker.error.EnvironmentException;
import tasktracker.results.file.FileFailure;
import tasktracker.stack.CpuLoan;
import tasktracker.stack.CpuSet;
import tasktracker.stack.InheritedEnvironment;
import tasktracker.stack.Instance;
import tasktracker.stack.InstanceCondition;
import tasktracker.stack.Stack;
import tasktracker.stack.StackOptions;
import tasktracker.stack.fault.Breakables;
import tasktracker.stack.fault.FaultSurface;
import tasktracker.stack.resource.MachineMemory;
import tasktracker.stack.resource.ProcessTable;
import tasktracker.stack.resource.ProcessUsage;
import tasktracker.stack.resource.UsageSource;

/**
 * A stack of child processes. It is closed by its owner, by the {@link Guardian} when the owner
 * dies, or, if it was started to outlive the lab, by {@link EmbeddedRuntime#down}. Closing is
 * thread-safe.
 */
public abstract class ProcessStack implements Stack {
  private static final int ALL_LINES = Integer.MAX_VALUE;

  private final StackOptions options;
  private final Path folder;
  private final StackState state;
  private final StackProcesses members;
  private final ChildProcesses children;
  private Guardian guardian;
  private boolean up;
  private Thread closer;
  private boolean closed;

  /**
   * A stack that is not up yet.
   *
   * @param folder for its logs, its data and the list of its processes
   */
  protected ProcessStack(StackOptions options, Path folder) {
    this.options = options;
    this.folder = folder;
    this.state = new StackState(folder);
    this.members = new StackProcesses(state);
    this.children = new ChildProcesses(StackMark.of(folder), options.detached());
  }

  static Path dataFolder(Path stackFolder) {
    return stackFolder.resolve("data");
  }

  static Path log(Path stackFolder, String instance) {
    return stackFolder.resolve("logs").resolve(instance + ".log");
  }

  /** Starts all instances and waits until they are healthy. */
  protected abstract void bringUp();

  /** Called when all processes have ended, before the data go. */
  protected void ended() {}

  /** Where data of this deployment lie, which go with it. */
  protected final Path dataFolder() {
    return dataFolder(folder);
  }

  /** Where an instance writes what it says. */
  protected final Path log(String instance) {
    return log(folder, instance);
  }

  /** Starts an instance. */
  protected final void start(Program program) {
    members.start(program);
  }

  /**
   * Starts a command as a child that ends with the lab: in a session of its own, on the processors
   * of the stack, its output at the end of a log.
   *
   * @param builder the command, its folder and its environment; see {@link InheritedEnvironment}
   * @param withTheLab the signal that it gets when the lab dies
   * @throws EnvironmentException when it cannot be started
   */
  protected final Process launch(ProcessBuilder builder, Signal withTheLab, String instance) {
    List<String> command = CommandPrefix.ownSession();
    command.addAll(CommandPrefix.pinned(options.cpus()));
    command.addAll(children.prefix(withTheLab));
    command.addAll(builder.command());
    builder
        .command(command)
        .redirectErrorStream(true)
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log(instance).toFile()));
    try {
      return children.start(builder);
    } catch (IOException e) {
      throw new EnvironmentException("cannot start %s: %s".formatted(instance, e.getMessage()), e);
    }
  }

  /** Waits until the instances of these names, which have been started, are healthy. */
  protected final void awaitHealthy(List<String> instances, Duration timeout) {
    new Readiness(folder).await(instances.stream().map(members::named).toList(), timeout);
  }

  /**
   * What of it can be broken, its links excepted.
   *
   * @param dependents the services that need a member to be healthy themselves
   */
  protected final FaultSurface processFaults(
      Breakables breakables, Function<String, Set<String>> dependents) {
    return new ProcessFaults(breakables, members, dependents, ProcessFaults.LinkBreaker.NONE);
  }

  final ChildProcesses children() {
    return children;
  }

  final StackProcesses members() {
    return members;
  }

  /** Brings it up; takes down again what was started where that fails. */
  public final void start() {
    closer = new Thread(this::closeWithOwner, "stack-closer");
    Runtime.getRuntime().addShutdownHook(closer);
    try {
      prepareFolder();
      members.save();
      guardian = Guardian.watch(state.file(), children.mark());
      bringUp();
      up = true;
      if (options.detached()) {
        // In this order: a guardian whose lab died leaves alone what belongs to nobody.
        members.disown();
        guardian.close();
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void prepareFolder() {
    try {
      FileTree.delete(folder.resolve("logs"));
      Files.createDirectories(folder.resolve("logs"));
    } catch (IOException e) {
      throw FileFailure.because("cannot write to " + folder, e);
    }
  }

  @Override
  public final List<Instance> instances() {
    return members.instances();
  }

  @Override
  public Optional<UsageSource> usage() {
    return Optional.of(
        new ProcessUsage(
            () -> Instance.processes(instances()),
            ProcessTable.ofThisMachine(),
            MachineMemory.bytes()));
  }

  @Override
  public Optional<CpuSet> processors() {
    return options.cpus();
  }

  @Override
  public CpuLoan lendAllProcessors() {
    if (options.cpus().isEmpty() || CpuSet.ofThisProcess().isEmpty()) {
      return CpuLoan.NONE;
    }
    CpuSet own = options.cpus().get();
    move(own.and(CpuSet.ofThisProcess().get()));
    return () -> move(own);
  }

  private void move(CpuSet cpus) {
    Affinity.move(instances().stream().map(Instance::pid).toList(), cpus);
  }

  @Override
  public List<InstanceCondition> conditions() {
    return members.all().stream().map(this::condition).toList();
  }

  private InstanceCondition condition(Member member) {
    Instance instance = member.instance();
    boolean alive = member.process().isAlive();
    return new InstanceCondition(
        instance.name(),
        instance.pid() + "@" + member.started(),
        alive,
        alive ? "" : InstanceCondition.end(member.process().exitValue()),
        instance.kind() == Instance.Kind.DATABASE
            ? InstanceCondition.recoveries(LogTail.of(log(instance.name()), ALL_LINES))
            : 0);
  }

  @Override
  public Optional<String> complaint(Instance instance) {
    return members.named(instance.name()).program().probe().health(HEALTH_TIMEOUT).complaint();
  }

  @Override
  public List<String> lastLines(String instance, int lines) {
    return LogTail.of(log(instance), lines);
  }

  private void closeWithOwner() {
    if (!options.detached() || !up) {
      close();
    }
  }

  @Override
  public final synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    members.close();
    Termination.of(members.all().stream().map(Member::ending).toList());
    Leftovers.end(children.mark());
    ended();
    FileTree.delete(dataFolder());
    state.delete();
    if (guardian != null) {
      guardian.close();
    }
    forgetCloser();
  }

  private void forgetCloser() {
    try {
      Runtime.getRuntime().removeShutdownHook(closer);
    } catch (IllegalStateException e) {
      // The lab is shutting down, and this is the hook at work.
      return;
    }
  }
}
