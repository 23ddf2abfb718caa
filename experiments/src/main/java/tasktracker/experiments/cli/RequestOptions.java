package tasktracker.experiments.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tasktracker.experiments.UsageException;
import tasktracker.load.tasktracker.TaskTrackerScenario;
import tasktracker.load.worker.ScenarioSource;

/** What is asked of whom. */
final class RequestOptions {
  private static final Pattern METHOD = Pattern.compile("[A-Z]+");

  @Parameters(
      paramLabel = "URL",
      description = "What to load; with --scenario scheme, host and port alone.")
  private String url;

  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      description =
          "A YAML file (docs/scenarios.md), or tasktracker; without it every request is the same.")
  private String scenario;

  @Option(
      names = "--working-set",
      paramLabel = "TASKS",
      description = "With --scenario tasktracker: tasks that each user keeps (20).")
  private Integer workingSet;

  @Option(names = "--method", paramLabel = "NAME", description = "GET, or POST with --body.")
  private String method;

  @Option(
      names = "--body",
      paramLabel = "TEXT",
      description =
          "Body of every request, or @FILE; it is JSON when it begins with { or [, unless --header"
              + " names a Content-Type.")
  private String body;

  /**
   * Scheme, host and port.
   *
   * @throws UsageException when the URL is none, or has what a target cannot have
   */
  URI target() {
    URI uri = uri();
    return URI.create(uri.getScheme() + "://" + uri.getRawAuthority());
  }

  /**
   * The scenario that the options amount to.
   *
   * @throws UsageException naming the first option that cannot be used as given
   */
  ScenarioSource source(HttpOptions http) {
    if (scenario == null) {
      require(workingSet == null, "--working-set goes with --scenario tasktracker");
      return single(http);
    }
    require(
        method == null && body == null,
        "--method and --body are of a single request: leave them out with --scenario");
    URI uri = uri();
    require(
        (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/")) && uri.getRawQuery() == null,
        "URL %s: leave out the path, the scenario has its own".formatted(url));
    if (scenario.equals("tasktracker")) {
      int tasks = workingSet == null ? TaskTrackerScenario.DEFAULT_WORKING_SET : workingSet;
      require(
          tasks >= 1 && tasks <= TaskTrackerScenario.LARGEST_WORKING_SET,
          "--working-set %d: use 1 to %d"
              .formatted(tasks, TaskTrackerScenario.LARGEST_WORKING_SET));
      return new ScenarioSource.TaskTracker(tasks);
    }
    require(workingSet == null, "--working-set goes with --scenario tasktracker");
    return yaml();
  }

  private ScenarioSource yaml() {
    require(
        scenario.endsWith(".yaml") || scenario.endsWith(".yml"),
        "--scenario %s: use the path of a .yaml file, or tasktracker".formatted(scenario));
    Path file = Path.of(scenario);
    return new ScenarioSource.Yaml(
        scenario, read("--scenario", file), file.toAbsolutePath().getParent().toString());
  }

  private ScenarioSource single(HttpOptions http) {
    String sent =
        body != null && body.startsWith("@") ? read("--body", Path.of(body.substring(1))) : body;
    String asked = method == null ? (sent == null ? "GET" : "POST") : method;
    require(
        METHOD.matcher(asked).matches(), "--method %s: use GET, POST or the like".formatted(asked));
    boolean json = sent != null && (sent.startsWith("{") || sent.startsWith("["));
    String contentType = http.contentType(json ? "application/json" : "text/plain; charset=utf-8");
    URI uri = uri();
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new ScenarioSource.Single(asked, path + query, sent, contentType);
  }

  private URI uri() {
    require(url != null, "URL is missing: name one such as http://localhost:9000/path");
    try {
      URI uri = new URI(url);
      String scheme = uri.getScheme();
      if (("http".equals(scheme) || "https".equals(scheme))
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawFragment() == null
          && uri.getPort() <= 65_535) {
        return new URI(uri.toASCIIString());
      }
    } catch (URISyntaxException e) {
      throw new UsageException("URL %s: %s".formatted(url, e.getReason()), e);
    }
    throw new UsageException("URL %s: use one such as http://localhost:9000/path".formatted(url));
  }

  private static String read(String option, Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UsageException("%s: cannot read the file %s".formatted(option, file), e);
    }
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new UsageException(message);
    }
  }
}
