package tasktracker.stack.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tasktracker.results.file.FileFailure;
import tasktracker.stack.CpuLoan;
import tasktracker.stack.CpuSet;
import tasktracker.stack.DatabaseSpec;
import tasktracker.stack.Instance;
import tasktracker.stack.InstanceCondition;
import tasktracker.stack.Stack;
import tasktracker.stack.StackOptions;
import tasktracker.stack.fault.FaultSurface;
import tasktracker.stack.link.LinkProxy;
import tasktracker.stack.resource.MachineMemory;
import tasktracker.stack.resource.ProcessTable;
import tasktracker.stack.resource.ProcessUsage;
import tasktracker.stack.resource.UsageSource;

/**
 * A stack of child processes. It is closed by its owner, by the {@link Guardian} when the owner
 * dies, or, if it was started to outlive the lab, by {@link EmbeddedRuntime#down}. Closing is
 * thread-safe.
 */
public final class EmbeddedStack implements Stack {
  private static final Duration USUAL_START = Duration.ofSeconds(60);
  private static final Duration TRAINING_GRACE = Duration.ofMinutes(2);

  private static final int ALL_LINES = Integer.MAX_VALUE;

  private final Installation installation;
  private final DeploymentPlan deployment;
  private final StackOptions options;
  private final Path folder;
  private final StackState state;
  private final StackProcesses members;
  private final Map<String, String> passwords = new HashMap<>();
  private final ChildProcesses children;
  private Optional<LinkProxy> proxy = Optional.empty();
  private Guardian guardian;
  private Duration startUp = Duration.ZERO;
  private final Thread closer = new Thread(this::closeWithOwner, "stack-closer");
  private boolean closed;

  EmbeddedStack(
      Installation installation, DeploymentPlan deployment, StackOptions options, Path folder) {
    this.installation = installation;
    this.deployment = deployment;
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

  void start() {
    long begun = System.nanoTime();
    Runtime.getRuntime().addShutdownHook(closer);
    try {
      prepareFolder();
      members.save();
      guardian = Guardian.watch(state.file(), children.mark());
      startDatabases();
      startProxy();
      startServices();
      new Readiness(deployment, folder)
          .await(members.all(), options.startTimeout().orElse(USUAL_START));
      startUp = Duration.ofNanos(System.nanoTime() - begun);
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

  private void startDatabases() {
    if (deployment.architecture().databases().isEmpty()) {
      return;
    }
    Postgres postgres = Postgres.of(installation, children);
    for (DatabaseSpec database : deployment.architecture().databases()) {
      Path data = dataFolder(folder).resolve(database.name());
      Path log = log(folder, database.name());
      passwords.put(database.name(), postgres.prepare(database, data));
      members.start(
          database.name(),
          database.name(),
          Instance.Kind.DATABASE,
          database.port(),
          () -> postgres.start(data, database.port(), log, options.cpus()));
    }
  }

  private void startProxy() {
    if (!deployment.links().isEmpty()) {
      List<String> prefix = new ArrayList<>(CommandPrefix.ownSession());
      prefix.addAll(CommandPrefix.pinned(options.cpus()));
      LinkProxy started = LinkProxy.start(prefix, deployment.links(), log(folder, LinkProxy.NAME));
      proxy = Optional.of(started);
      members.add(LinkProxy.NAME, Instance.Kind.PROXY, started.process());
    }
  }

  private void startServices() {
    ServiceCommand command = new ServiceCommand(installation, options, children);
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    String signingKey = HexFormat.of().formatHex(secret);
    for (DeploymentPlan.Placement placement : deployment.placements()) {
      Map<String, String> environment = new HashMap<>(options.environment());
      environment.put("JWT_SECRET", signingKey);
      environment.putAll(deployment.environment(placement, passwords));
      Path log = log(folder, placement.name());
      members.start(
          placement.name(),
          placement.service().name(),
          Instance.Kind.SERVICE,
          placement.port(),
          () -> command.start(placement.service(), environment, log));
    }
  }

  @Override
  public String architecture() {
    return deployment.architecture().name();
  }

  @Override
  public URI entry() {
    return URI.create(deployment.entry());
  }

  @Override
  public List<Instance> instances() {
    return members.instances();
  }

  @Override
  public Optional<FaultSurface> faults() {
    return Optional.of(new EmbeddedFaults(deployment, members, proxy));
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
  public boolean resetData() {
    new DatabaseReset(deployment.architecture(), passwords).run();
    return true;
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
            ? InstanceCondition.recoveries(LogTail.of(log(folder, instance.name()), ALL_LINES))
            : 0);
  }

  @Override
  public List<String> lastLines(String instance, int lines) {
    return LogTail.of(log(folder, instance), lines);
  }

  /** How long it took from nothing until every service was healthy. */
  public Duration startUp() {
    return startUp;
  }

  private void closeWithOwner() {
    if (!options.detached() || startUp.isZero()) {
      close();
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    members.close();
    // Writing its cache takes a JVM several seconds.
    Termination termination =
        new Termination(options.training() ? TRAINING_GRACE : Termination.GRACE);
    termination.of(members.instances());
    if (options.training()) {
      new AotCaches(installation).keep(deployment.architecture());
    }
    FileTree.delete(dataFolder(folder));
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
