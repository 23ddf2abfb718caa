package tasktracker.experiments.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import tasktracker.error.UsageException;
import tasktracker.load.http.RequestPath;
import tasktracker.load.scenario.InputText;
import tasktracker.load.worker.ScenarioSource;

/** What is asked. */
final class RequestOptions {
  private static final Pattern METHOD = Pattern.compile("[A-Z]+");

  @ArgGroup(validate = false)
  private ScenarioOptions scenario = new ScenarioOptions();

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
   * The scenario that the options amount to.
   *
   * @throws UsageException naming the first option that cannot be used as given
   */
  ScenarioSource source(LoadTarget target, HttpOptions http) {
    if (target instanceof UrlTarget url) {
      if (!scenario.isGiven()) {
        UsageException.unless(
            !scenario.hasWorkingSet(), "--working-set goes with --scenario tasktracker");
        return single(url, http);
      }
      UsageException.unless(
          url.pathAndQuery().equals("/"),
          "URL %s: leave out the path, the scenario has its own",
          url.url());
    }
    UsageException.unless(
        method == null && body == null,
        "--method and --body are of a single request: name its URL, and leave out --scenario");
    return scenario.source();
  }

  private ScenarioSource single(UrlTarget url, HttpOptions http) {
    String sent = body != null && body.startsWith("@") ? read(Path.of(body.substring(1))) : body;
    String asked = method == null ? (sent == null ? "GET" : "POST") : method;
    UsageException.unless(
        METHOD.matcher(asked).matches(), "--method %s: use GET, POST or the like", asked);
    boolean json = sent != null && (sent.startsWith("{") || sent.startsWith("["));
    String contentType = http.contentType(json ? "application/json" : "text/plain; charset=utf-8");
    RequestPath.complaint(url.pathAndQuery())
        .ifPresent(complaint -> {
          throw new UsageException("URL %s %s".formatted(url.url(), complaint));
        });
    return new ScenarioSource.Single(asked, url.pathAndQuery(), sent, contentType);
  }

  private static String read(Path file) {
    try {
      return InputText.read(file);
    } catch (IOException e) {
      throw new UsageException("--body: " + e.getMessage(), e);
    }
  }
}
