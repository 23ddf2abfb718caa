package tasktracker.stack.embedded;

import java.time.Duration;
import java.util.function.Supplier;
import tasktracker.stack.Instance;
import tasktracker.stack.ServiceProbe;

/**
 * What runs as an instance of a stack of processes.
 *
 * @param name of the instance
 * @param service that it is an instance of
 * @param kind what it is
 * @param port the port it listens on
 * @param launch starts it, also again, on the same port, settings and data
 * @param probe how it shows that it serves
 * @param stopping how it is stopped
 */
public record Program(
    String name,
    String service,
    Instance.Kind kind,
    int port,
    Supplier<Process> launch,
    ServiceProbe probe,
    Stopping stopping) {

  /** One that comes with the lab. */
  static Program own(
      String name, String service, Instance.Kind kind, int port, Supplier<Process> launch) {
    return new Program(
        name, service, kind, port, launch, ServiceProbe.of(kind, port), Stopping.of(kind));
  }

  Program stoppingWithin(Duration grace) {
    return new Program(name, service, kind, port, launch, probe, stopping.within(grace));
  }
}
