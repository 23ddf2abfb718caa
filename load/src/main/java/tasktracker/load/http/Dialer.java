package tasktracker.load.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Opens connections to a target. Thread-safe. */
final class Dialer {
  private final ResolvedTarget target;
  private final Duration patience;
  private final Optional<Tls> tls;
  private volatile int preferred;

  Dialer(ResolvedTarget target, HttpSettings settings) {
    this.target = target;
    this.patience = settings.connectTimeout();
    this.tls = target.secure() ? Optional.of(new Tls(settings.insecure())) : Optional.empty();
  }

  Duration patience() {
    return patience;
  }

  /**
   * Connects to the first address of the target that answers, beginning with the one that did the
   * last time.
   *
   * @throws IOException what kept it from the address that failed in the most telling way
   */
  TargetConnection dial() throws IOException {
    List<InetSocketAddress> addresses = target.addresses();
    long latest = System.nanoTime() + patience.toNanos();
    int first = preferred;
    IOException failure = null;
    for (int i = 0; i < addresses.size(); i++) {
      int index = (first + i) % addresses.size();
      long left = Math.max(0, latest - System.nanoTime());
      try {
        TargetConnection opened =
            TargetConnection.open(
                addresses.get(index), Duration.ofNanos(left / (addresses.size() - i)));
        preferred = index;
        return opened;
      } catch (IOException e) {
        failure = failure == null || !isOfServer(failure) ? e : failure;
      }
    }
    throw failure;
  }

  /** An address that this machine cannot reach at all says less than one that refuses. */
  private static boolean isOfServer(IOException e) {
    return e instanceof ConnectException || e instanceof SocketTimeoutException;
  }

  /** Speaks TLS on a new connection, where the target wants that; it has no timeout. */
  void secure(TargetConnection connection) throws IOException {
    if (tls.isPresent()) {
      connection.secure(tls.get(), target);
    }
  }
}
