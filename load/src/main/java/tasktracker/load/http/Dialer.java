package tasktracker.load.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Opens connections to a target. Thread-safe. */
final class Dialer {
  private final Target target;
  private final Duration patience;
  private final Optional<Tls> tls;

  Dialer(Target target, HttpSettings settings) {
    this.target = target;
    this.patience = settings.connectTimeout();
    this.tls = target.secure() ? Optional.of(new Tls(settings.insecure())) : Optional.empty();
  }

  /** Longest wait for a connection. */
  Duration patience() {
    return patience;
  }

  Connection dial() throws IOException {
    return Connection.open(target, patience);
  }

  /** Speaks TLS on a new connection, where the target wants that; it has no timeout. */
  void secure(Connection connection) throws IOException {
    if (tls.isPresent()) {
      connection.secure(tls.get(), target);
    }
  }
}
