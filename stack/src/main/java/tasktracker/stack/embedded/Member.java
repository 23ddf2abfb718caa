package tasktracker.stack.embedded;

import java.time.Instant;
import java.util.function.Supplier;
import tasktracker.stack.Instance;

/**
 * A child process and the instance that it is.
 *
 * @param launch starts the same program again, on the same port, settings and data
 */
record Member(Instance instance, Process process, Supplier<Process> launch) {

  /** When its process started; the epoch where the system does not tell, or no more. */
  Instant started() {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }

  static Member launched(
      String name, String service, Instance.Kind kind, int port, Supplier<Process> launch) {
    Process process = launch.get();
    return new Member(new Instance(name, service, kind, port, process.pid()), process, launch);
  }

  /** The same instance in a new process. */
  Member again() {
    return launched(instance.name(), instance.service(), instance.kind(), instance.port(), launch);
  }
}
