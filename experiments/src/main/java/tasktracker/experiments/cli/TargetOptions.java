package tasktracker.experiments.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tasktracker.error.UsageException;
import tasktracker.experiments.RuntimeKind;
import tasktracker.experiments.TargetCatalog;
import tasktracker.experiments.WorkerHosts;
import tasktracker.load.http.TargetHost;
import tasktracker.stack.ArchitectureCatalog;

/** Who is loaded. */
final class TargetOptions {
  private static final String EITHER =
      "a URL such as http://localhost:9000/path, or an architecture: %s or the path of a .yaml file"
          .formatted(String.join(", ", ArchitectureCatalog.BUILT_IN));

  @Parameters(
      paramLabel = "TARGET",
      description = {
        "A URL; with --scenario scheme, host and port alone.",
        "Or an architecture, of which a fresh stack is loaded: monolith, microservices, or the path"
            + " of a .yaml file."
      })
  private List<String> targets = List.of();

  @Option(
      names = "--runtime",
      paramLabel = "KIND",
      description =
          "Of an architecture: embedded: processes of this machine; docker: containers (embedded).")
  private RuntimeKind runtime;

  /**
   * What the options name.
   *
   * @param workers who generates the load on other hosts, if not this machine
   * @throws UsageException when that is nothing that can be loaded
   */
  LoadTarget toTarget(Optional<WorkerHosts> workers) {
    UsageException.unless(!targets.isEmpty(), "TARGET is missing: name %s", EITHER);
    String target = targets.getFirst();
    UsageException.unless(
        targets.size() == 1,
        "TARGET: %s and %s are two: a load test has one",
        TargetHost.withoutUser(target),
        TargetHost.withoutUser(targets.getLast()));
    if (TargetCatalog.isUrl(target)) {
      UsageException.unless(
          runtime == null,
          "--runtime %s goes with an architecture: what answers at %s runs already",
          runtime,
          TargetHost.withoutUser(target));
      return new UrlTarget(GivenUrl.of(target));
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
        ArchitectureCatalog.find(target),
        runtime == null ? RuntimeKind.EMBEDDED : runtime,
        workers);
  }
}
