package tasktracker.experiments.stack.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tasktracker.experiments.EnvironmentException;
import tasktracker.experiments.resource.MachineMemory;
import tasktracker.experiments.resource.ProcessTable;
import tasktracker.experiments.resource.ProcessUsage;
import tasktracker.experiments.resource.UsageSource;
import tasktracker.experiments.stack.DatabaseSpec;
import tasktracker.experiments.stack.Instance;
import tasktracker.experiments.stack.Stack;

/**
 * A stack of child processes. It is closed by its owner, by the {@link Guardian} when the owner
 * dies, or, if it was started to outlive the lab, by {@link EmbeddedRuntime#down}. Closing is
 * thread-safe.
 */
public final class EmbeddedStack implements Stack {
  private static final Duration TRAINING_GRACE = Duration.ofMinutes(2);

  private final Installation installation;
  private final Deployment deployment;
  private final EmbeddedOptions options;
  private final Path folder;
  private final StackState state;
  private final List<Member> members = new ArrayList<>();
  private Guardian guardian;
  private Duration startUp = Duration.ZERO;
  private final Thread closer = new Thread(this::closeWithOwner, "stack-closer");
  private boolean closed;

  EmbeddedStack(
      Installation installation, Deployment deployment, EmbeddedOptions options, Path folder) {
    this.installation = installation;
    this.deployment = deployment;
    this.options = options;
    this.folder = folder;
    this.state = new StackState(folder);
  }

  /** A child process and the instance that it is. */
  record Member(Instance instance, Process process) {}

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
      save();
      guardian = Guardian.watch(state.file());
      Map<String, String> passwords = startDatabases();
      startServices(passwords);
      new Readiness(deployment, folder).await(members, options.startTimeout());
      startUp = Duration.ofNanos(System.nanoTime() - begun);
      if (options.detached()) {
        guardian.close();
        save(Optional.empty());
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
      throw new EnvironmentException("cannot write to %s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private Map<String, String> startDatabases() {
    Map<String, String> passwords = new HashMap<>();
    if (deployment.architecture().databases().isEmpty()) {
      return passwords;
    }
    Postgres postgres = Postgres.of(installation);
    for (DatabaseSpec database : deployment.architecture().databases()) {
      Path data = dataFolder(folder).resolve(database.name());
      Postgres.Server server =
          postgres.startFresh(database, data, log(folder, database.name()), options.cpus());
      passwords.put(database.name(), server.password());
      add(
          database.name(),
          database.name(),
          Instance.Kind.DATABASE,
          database.port(),
          server.process());
    }
    return passwords;
  }

  private void startServices(Map<String, String> passwords) {
    ServiceCommand command = new ServiceCommand(installation, options);
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    String signingKey = HexFormat.of().formatHex(secret);
    for (Deployment.Placement placement : deployment.placements()) {
      Map<String, String> environment = new HashMap<>(options.environment());
      environment.put("JWT_SECRET", signingKey);
      environment.putAll(deployment.environment(placement, passwords));
      Process process =
          command.start(placement.service(), environment, log(folder, placement.name()));
      add(
          placement.name(),
          placement.service().name(),
          Instance.Kind.SERVICE,
          placement.port(),
          process);
    }
  }

  private synchronized void add(
      String name, String service, Instance.Kind kind, int port, Process process) {
    members.add(new Member(new Instance(name, service, kind, port, process.pid()), process));
    if (closed) {
      process.destroyForcibly();
      throw new EnvironmentException("interrupted while starting");
    }
    save();
  }

  private void save() {
    save(Optional.of(StackState.Owner.thisProcess()));
  }

  private synchronized void save(Optional<StackState.Owner> owner) {
    List<StackProcess> processes =
        members.stream().map(member -> StackProcess.of(member.instance())).toList();
    state.write(new StackState.Content(owner, processes));
  }

  @Override
  public String architecture() {
    return deployment.architecture().name();
  }

  @Override
  public URI entry() {
    return URI.create(deployment.entry().url());
  }

  @Override
  public synchronized List<Instance> instances() {
    return members.stream().map(Member::instance).toList();
  }

  @Override
  public Optional<UsageSource> usage() {
    Map<String, Long> roots = new LinkedHashMap<>();
    instances().forEach(instance -> roots.put(instance.name(), instance.pid()));
    return Optional.of(
        new ProcessUsage(roots, ProcessTable.ofThisMachine(), MachineMemory.bytes()));
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
    // Writing its cache takes a JVM several seconds.
    Termination termination =
        new Termination(options.training() ? TRAINING_GRACE : Termination.GRACE);
    termination.of(members.stream().map(Member::instance).toList());
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
