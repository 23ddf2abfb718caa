package tasktracker.stack;

import java.net.URI;
import java.time.Duration;

/** How an instance shows that it serves. Thread-safe. */
public interface ServiceProbe {

  /** Whether it takes connections and answers, whatever it says. */
  boolean serves(Duration timeout);

  /** What it says of its health. */
  HealthProbe.Answer health(Duration timeout);

  /** Of an instance that comes with the lab. */
  static ServiceProbe of(Instance.Kind kind, int port) {
    return switch (kind) {
      case SERVICE -> new OwnService(port);
      case DATABASE -> new Database(port);
      case PROXY -> new Unasked();
    };
  }

  /** A service of the lab, which answers {@code GET /health}. */
  record OwnService(int port) implements ServiceProbe {
    @Override
    public boolean serves(Duration timeout) {
      return ProtocolProbe.isPossible(Instance.Kind.SERVICE, port, timeout);
    }

    @Override
    public HealthProbe.Answer health(Duration timeout) {
      return HealthProbe.ask(URI.create("http://127.0.0.1:" + port), timeout);
    }
  }

  /** A PostgreSQL server, which is healthy when it takes log-ins. */
  record Database(int port) implements ServiceProbe {
    @Override
    public boolean serves(Duration timeout) {
      return ProtocolProbe.isPossible(Instance.Kind.DATABASE, port, timeout);
    }

    @Override
    public HealthProbe.Answer health(Duration timeout) {
      return new HealthProbe.Answer(serves(timeout), "no log-in is possible");
    }
  }

  /** One that nobody asks: its user has seen to it that it works. */
  record Unasked() implements ServiceProbe {
    @Override
    public boolean serves(Duration timeout) {
      return true;
    }

    @Override
    public HealthProbe.Answer health(Duration timeout) {
      return new HealthProbe.Answer(true, "");
    }
  }
}
