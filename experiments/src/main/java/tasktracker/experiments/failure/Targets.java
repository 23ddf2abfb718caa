package tasktracker.experiments.failure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tasktracker.error.UsageException;
import tasktracker.stack.Architecture;
import tasktracker.stack.ArchitectureCatalog;
import tasktracker.stack.fault.Breakable;
import tasktracker.stack.fault.FaultTarget;

/**
 * Finds what to break in each architecture when one of them, or one that comes with the lab, has a
 * member of that name.
 *
 * @param architectures in the order of the runs
 * @param replicas instances of each service that can have several
 */
public record Targets(Collection<Architecture> architectures, int replicas) {

  /** Copies the collection. */
  public Targets {
    architectures = List.copyOf(architectures);
  }

  /**
   * Name of the member to break by name of the architecture.
   *
   * @param instance number of the instance that is hit, or {@code all}
   * @throws UsageException naming what there is, when nothing has that name, an architecture has no
   *     counterpart, or not as many instances
   */
  public Map<String, String> of(String member, String instance) {
    Architecture owner =
        Stream.concat(
                architectures.stream(),
                ArchitectureCatalog.BUILT_IN.stream().map(ArchitectureCatalog::find))
            .filter(architecture -> members(architecture).contains(member))
            .findFirst()
            .orElseThrow(() ->
                new UsageException(
                    "--target-service %s: there is no such service or database; use one of %s"
                        .formatted(member, all())));
    Map<String, String> targets = new LinkedHashMap<>();
    for (Architecture architecture : architectures) {
      String own =
          architecture
              .counterpart(owner, member)
              .orElseThrow(() ->
                  new UsageException(
                      "--target-service %s: %s has nothing that does the same; use one of %s"
                          .formatted(member, architecture.name(), members(architecture))));
      architecture
          .breakables(architecture.scalable() ? replicas : 1)
          .instances(FaultTarget.of(own).withInstance(instance));
      targets.put(architecture.name(), own);
    }
    return targets;
  }

  private String all() {
    return architectures.stream()
        .flatMap(architecture -> members(architecture).stream())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static List<String> members(Architecture architecture) {
    return architecture.breakables(1).members().stream().map(Breakable::name).toList();
  }
}
