package tasktracker.experiments.experiment;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import tasktracker.experiments.stack.Architecture;
import tasktracker.experiments.stack.ArchitectureCatalog;
import tasktracker.experiments.stack.ExternalStack;
import tasktracker.experiments.stack.embedded.EmbeddedOptions;
import tasktracker.experiments.stack.embedded.EmbeddedRuntime;
import tasktracker.experiments.stack.embedded.Installation;

/** The deployments that a sweep measures, as its settings ask for them. */
public final class SweepStacks {
  /**
   * Cost factor of password hashes in stacks that the lab runs: the lowest there is. Log-ins happen
   * before the measurement, and a realistic cost would make the set-up of 200 users take a minute.
   */
  public static final int BCRYPT_COST = 4;

  private SweepStacks() {}

  /**
   * A source of deployments.
   *
   * @throws tasktracker.experiments.UsageException when an architecture cannot be found
   */
  public static StackSource of(
      SweepSettings settings, Isolation isolation, Installation installation) {
    if (settings.runtime() == RuntimeKind.EXTERNAL) {
      return architecture -> external(settings, architecture);
    }
    EmbeddedRuntime runtime = new EmbeddedRuntime(installation);
    EmbeddedOptions options =
        EmbeddedOptions.DEFAULTS
            .withReplicas(settings.replicas())
            .withCpus(isolation.stack())
            .withEnvironment(Map.of("BCRYPT_COST", String.valueOf(BCRYPT_COST)));
    Map<String, Architecture> known = new HashMap<>();
    for (String name : settings.architectures()) {
      String source = settings.architectureFiles().getOrDefault(name, name);
      known.put(name, ArchitectureCatalog.find(source));
    }
    return name -> {
      Architecture architecture = known.get(name);
      // One instance where nothing can be scaled: the other shape is what replicas are for.
      EmbeddedOptions own = architecture.scalable() ? options : options.withReplicas(1);
      return runtime.up(architecture, own);
    };
  }

  private static ExternalStack external(SweepSettings settings, String architecture) {
    URI entry = URI.create(settings.baseUrls().get(architecture));
    ExternalStack stack = new ExternalStack(architecture, entry);
    if (!settings.skipHealthCheck()) {
      stack.requireHealthy();
    }
    return stack;
  }
}
