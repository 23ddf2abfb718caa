package tasktracker.experiments.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import tasktracker.experiments.EnvironmentException;
import tasktracker.experiments.experiment.LoadRunResult;
import tasktracker.experiments.resource.UsageSource;
import tasktracker.experiments.result.RunResult;
import tasktracker.load.LoadResult;

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
    int port = url.getPort() > 0 ? url.getPort() : url.getScheme().equals("https") ? 443 : 80;
    InetSocketAddress address =
        new InetSocketAddress(url.getHost().replaceAll("[\\[\\]]", ""), port);
    try (Socket socket = new Socket()) {
      if (address.isUnresolved()) {
        throw new IOException("unknown host");
      }
      socket.connect(address, Math.clamp(patience.toMillis(), 1, Integer.MAX_VALUE));
    } catch (IOException e) {
      throw new EnvironmentException(
          "cannot connect to %s: %s".formatted(host(), e.getMessage()), e);
    }
  }

  @Override
  public <T> T whileUp(Terminal terminal, BiFunction<URI, Optional<UsageSource>, T> use) {
    return use.apply(host(), Optional.empty());
  }

  @Override
  public RunResult result(LoadResult load, int workers) {
    return LoadRunResult.of(load, workers);
  }
}
