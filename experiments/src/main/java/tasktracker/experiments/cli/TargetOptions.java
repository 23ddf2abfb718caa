package tasktracker.experiments.cli;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tasktracker.experiments.UsageException;
import tasktracker.experiments.experiment.RuntimeKind;
import tasktracker.experiments.stack.ArchitectureCatalog;

/** Who is loaded. */
final class TargetOptions {
  private static final String URL_EXAMPLE = "a URL such as http://localhost:9000/path";
  private static final String EITHER =
      "%s, or an architecture: %s or the path of a .yaml file"
          .formatted(URL_EXAMPLE, String.join(", ", ArchitectureCatalog.BUILT_IN));

  @Parameters(
      paramLabel = "TARGET",
      description = {
        "A URL; with --scenario scheme, host and port alone.",
        "Or an architecture, of which a fresh stack is loaded: monolith, microservices, or the path"
            + " of a .yaml file."
      })
  private String target;

  @Option(
      names = "--runtime",
      paramLabel = "KIND",
      description =
          "Of an architecture: embedded: processes of this machine; docker: containers (embedded).")
  private RuntimeKind runtime;

  /**
   * What the options name.
   *
   * @throws UsageException when that is nothing that can be loaded
   */
  LoadTarget toTarget() {
    UsageException.unless(target != null, "TARGET is missing: name %s", EITHER);
    if (target.contains("://")) {
      UsageException.unless(
          runtime == null,
          "--runtime %s goes with an architecture: what answers at %s runs already",
          runtime,
          target);
      return new UrlTarget(url());
    }
    UsageException.unless(
        ArchitectureCatalog.BUILT_IN.contains(target) || target.matches(".+\\.ya?ml"),
        "TARGET %s: use %s",
        target,
        EITHER);
    UsageException.unless(
        runtime != RuntimeKind.EXTERNAL,
        "--runtime external: what runs already is loaded by its URL; use embedded or docker");
    return new StackTarget(
        ArchitectureCatalog.find(target), runtime == null ? RuntimeKind.EMBEDDED : runtime);
  }

  private URI url() {
    try {
      URI uri = new URI(target);
      String scheme = uri.getScheme();
      if (("http".equals(scheme) || "https".equals(scheme))
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawFragment() == null
          && uri.getPort() <= 65_535) {
        return new URI(uri.toASCIIString());
      }
    } catch (URISyntaxException e) {
      throw new UsageException("URL %s: %s".formatted(target, e.getReason()), e);
    }
    throw new UsageException("URL %s: use %s".formatted(target, URL_EXAMPLE));
  }
}
