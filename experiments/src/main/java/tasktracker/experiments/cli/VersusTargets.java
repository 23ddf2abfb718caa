package tasktracker.experiments.cli;

import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tasktracker.error.UsageException;
import tasktracker.experiments.TargetCatalog;
import tasktracker.load.http.RequestPath;
import tasktracker.load.http.TargetHost;
import tasktracker.stack.ArchitectureCatalog;
import tasktracker.stack.system.MeasuredSystem;

/** What {@code versus} compares, as people name it. */
final class VersusTargets {
  private static final int FEWEST = 2;
  private static final int MOST = 6;
  private static final Pattern NAMED = Pattern.compile("([^=:/?]*)=(.*)");
  private static final String USE =
      "use NAME=URL, a URL such as http://localhost:8080/, %s, or the path of a .yaml file"
          .formatted(String.join(", ", ArchitectureCatalog.BUILT_IN));

  private VersusTargets() {}

  /**
   * What each system is, by name, in the order given: the first is the baseline.
   *
   * @throws UsageException naming the first target that cannot be used as given
   */
  static Map<String, String> parse(List<String> targets) {
    UsageException.unless(
        targets.size() >= FEWEST && targets.size() <= MOST,
        "TARGET: %d given: name %d to %d systems to compare, such as"
            + " before=http://localhost:8080/ after=http://localhost:8081/",
        targets.size(),
        FEWEST,
        MOST);
    return systems(targets);
  }

  /**
   * One system and itself once more.
   *
   * @throws UsageException if the target cannot be used as given
   */
  static Map<String, String> twice(String target) {
    Map<String, String> systems = new LinkedHashMap<>();
    systems(List.of(target))
        .forEach((name, source) -> {
          systems.put(name, source);
          systems.put(name + "-again", source);
        });
    return systems;
  }

  private static Map<String, String> systems(List<String> targets) {
    Map<String, String> systems = new LinkedHashMap<>();
    Set<String> folders = new HashSet<>();
    for (String target : targets) {
      Matcher named = NAMED.matcher(target);
      boolean hasName = named.matches();
      String source = source(hasName ? named.group(2) : target, target);
      String name = hasName ? named.group(1) : nameOf(source);
      UsageException.unless(
          MeasuredSystem.isName(name),
          "TARGET %s: the name must be 1 to 40 letters, digits, dots, hyphens or underscores, and"
              + " begin with a letter or digit",
          TargetHost.withoutUser(target));
      UsageException.unless(
          folders.add(name.toLowerCase(Locale.ROOT)),
          "TARGET %s: another one is called %s: name them, such as a=%s",
          TargetHost.withoutUser(target),
          name,
          source);
      systems.put(name, source);
    }
    return systems;
  }

  private static String source(String source, String target) {
    if (TargetCatalog.isUrl(source)) {
      URI url = GivenUrl.of(source);
      if (url.getRawPath().isEmpty() && url.getRawQuery() == null) {
        return url + "/";
      }
      RequestPath.complaint(new UrlTarget(url).pathAndQuery())
          .ifPresent(complaint -> {
            throw new UsageException("URL %s %s".formatted(url, complaint));
          });
      return url.toString();
    }
    UsageException.unless(
        ArchitectureCatalog.BUILT_IN.contains(source) || source.matches(".+\\.ya?ml"),
        "TARGET %s: %s",
        TargetHost.withoutUser(target),
        source.matches("[\\w.-]+:\\d+(/.*)?") ? "write http://" + source : USE);
    return source;
  }

  private static String nameOf(String source) {
    return TargetCatalog.isUrl(source)
        ? URI.create(source)
            .getRawAuthority()
            .replaceAll("[^A-Za-z0-9._-]+", "-")
            .replaceFirst("^[._-]+", "")
        : ArchitectureCatalog.find(source).name();
  }
}
