package tasktracker.stack.embedded;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tasktracker.stack.DatabaseSpec;
import tasktracker.stack.Instance;
import tasktracker.stack.StackOptions;
import tasktracker.stack.fault.FaultSurface;
import tasktracker.stack.link.LinkProxy;

/** An architecture as a stack of child processes. */
public final class EmbeddedStack extends ProcessStack {
  private static final Duration USUAL_START = Duration.ofSeconds(60);

  /** Writing its cache takes a JVM several seconds. */
  private static final Duration TRAINING_GRACE = Duration.ofMinutes(2);

  private final Installation installation;
  private final DeploymentPlan deployment;
  private final StackOptions options;
  private final Map<String, String> passwords = new HashMap<>();
  private Optional<LinkProxy> proxy = Optional.empty();

  EmbeddedStack(
      Installation installation, DeploymentPlan deployment, StackOptions options, Path folder) {
    super(options, folder);
    this.installation = installation;
    this.deployment = deployment;
    this.options = options;
  }

  @Override
  protected void bringUp() {
    startDatabases();
    startProxy();
    startServices();
    awaitHealthy(
        instances().stream().map(Instance::name).toList(),
        options.startTimeout().orElse(USUAL_START));
  }

  private void startDatabases() {
    if (deployment.architecture().databases().isEmpty()) {
      return;
    }
    Postgres postgres = Postgres.of(installation, children());
    for (DatabaseSpec database : deployment.architecture().databases()) {
      Path data = dataFolder().resolve(database.name());
      Path log = log(database.name());
      passwords.put(database.name(), postgres.prepare(database, data));
      start(
          Program.own(
              database.name(),
              database.name(),
              Instance.Kind.DATABASE,
              database.port(),
              () -> postgres.start(data, database.port(), log, options.cpus())));
    }
  }

  private void startProxy() {
    if (!deployment.links().isEmpty()) {
      List<String> prefix = new ArrayList<>(CommandPrefix.ownSession());
      prefix.addAll(CommandPrefix.pinned(options.cpus()));
      LinkProxy started = LinkProxy.start(prefix, deployment.links(), log(LinkProxy.NAME));
      proxy = Optional.of(started);
      members().add(LinkProxy.NAME, Instance.Kind.PROXY, started.process());
    }
  }

  private void startServices() {
    ServiceCommand command = new ServiceCommand(installation, options);
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    String signingKey = HexFormat.of().formatHex(secret);
    for (DeploymentPlan.Placement placement : deployment.placements()) {
      Map<String, String> environment = new HashMap<>(options.environment());
      environment.put("JWT_SECRET", signingKey);
      environment.putAll(deployment.environment(placement, passwords));
      if (options.openEntry() && deployment.isEntry(placement)) {
        environment.put("HOST", "0.0.0.0");
      }
      Program program =
          Program.own(
              placement.name(),
              placement.service().name(),
              Instance.Kind.SERVICE,
              placement.port(),
              () ->
                  launch(
                      command.of(placement.service(), environment), Signal.KILL, placement.name()));
      start(options.training() ? program.stoppingWithin(TRAINING_GRACE) : program);
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
  public Optional<FaultSurface> faults() {
    return Optional.of(
        new ProcessFaults(
            deployment.breakables(),
            members(),
            member -> Set.copyOf(deployment.architecture().clients(member)),
            proxy
                .<ProcessFaults.LinkBreaker>map(
                    control -> new LinkFaults(deployment, members(), control))
                .orElse(ProcessFaults.LinkBreaker.NONE)));
  }

  @Override
  public boolean resetData() {
    new DatabaseReset(deployment.architecture(), passwords).run();
    return true;
  }

  @Override
  protected void ended() {
    if (options.training()) {
      new AotCaches(installation).keep(deployment.architecture());
    }
  }
}
