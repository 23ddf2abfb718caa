package tasktracker.experiments.cli;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import tasktracker.error.EnvironmentException;
import tasktracker.experiments.LoadRunResult;
import tasktracker.load.LoadResult;
import tasktracker.load.http.ResolvedTarget;
import tasktracker.load.scenario.Scenario;
import tasktracker.results.RunResult;
import tasktracker.stack.Stack;

/** A server that runs already, of which the URL alone is known. */
record UrlTarget(URI url) implements LoadTarget {

  @Override
  public URI host() {
    return URI.create(url.getScheme() + "://" + url.getRawAuthority());
  }

  /** The path, at least {@code /}, and the query of the URL. */
  String pathAndQuery() {
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }

  /** A typing error in the URL is worth an answer at once. */
  @Override
  public void requireReady(Duration patience) {
    try {
      ResolvedTarget.resolve(url).connectOnce(patience);
    } catch (UnknownHostException e) {
      throw new EnvironmentException(
          "cannot connect to %s: the host is not known".formatted(host()), e);
    } catch (IOException e) {
      throw new EnvironmentException(
          "cannot connect to %s: %s".formatted(host(), e.getMessage()), e);
    }
  }

  @Override
  public <T> T whileUp(
      Terminal terminal, Scenario training, BiFunction<URI, Optional<Stack>, T> use) {
    return use.apply(host(), Optional.empty());
  }

  @Override
  public RunResult result(LoadResult load, int workers) {
    return LoadRunResult.of(load, workers);
  }
}
