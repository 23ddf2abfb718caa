package tasktracker.experiments;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tasktracker.stack.Architecture;
import tasktracker.stack.ArchitectureCatalog;
import tasktracker.stack.StackOptions;
import tasktracker.stack.StackRuntime;
import tasktracker.stack.embedded.Installation;
import tasktracker.stack.system.ArchitectureSystem;
import tasktracker.stack.system.MeasuredSystem;
import tasktracker.stack.system.UrlSystem;

/** Makes systems of what people name as targets: URLs, architectures of the lab, files of such. */
public final class TargetCatalog {
  private TargetCatalog() {}

  /** Whether a target is a URL, of a system that somebody else runs. */
  public static boolean isUrl(String target) {
    return target.contains("://");
  }

  /**
   * The systems of the settings, in their order.
   *
   * @throws tasktracker.error.UsageException when an architecture cannot be found any more
   */
  static List<MeasuredSystem> systems(
      SweepSettings settings, Isolation isolation, Installation installation) {
    StackOptions options =
        StackSource.options(settings, isolation).withEnvironment(StackSource.ENVIRONMENT);
    Map<String, Architecture> architectures = new LinkedHashMap<>();
    settings
        .targets()
        .forEach((name, target) -> {
          if (!isUrl(target)) {
            architectures.put(name, ArchitectureCatalog.find(target));
          }
        });
    Set<String> deployed =
        architectures.values().stream().map(Architecture::name).collect(Collectors.toSet());
    return settings.architectures().stream()
        .<MeasuredSystem>map(name -> {
          Architecture architecture = architectures.get(name);
          if (architecture == null) {
            URI url = URI.create(settings.targets().get(name));
            return new UrlSystem(name, url, UrlSystem.Check.ANSWER);
          }
          StackRuntime runtime = settings.runtime().of(installation);
          return new ArchitectureSystem(name, runtime, architecture, options, deployed);
        })
        .toList();
  }
}
