package tasktracker.experiments.definition;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import tasktracker.stack.HealthProbe;
import tasktracker.stack.PortOwner;

/** Servers of this machine that answer HTTP: each listening port is asked for {@code /} once. */
final class LocalServers {
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /** Of well-known services that do not speak HTTP and would log the question. */
  private static final Set<Integer> OTHERS =
      Set.of(
          21, 22, 23, 25, 53, 110, 111, 143, 389, 465, 587, 631, 993, 995, 1433, 1521, 2049, 3306,
          3389, 5432, 5672, 6379, 9042, 9092, 11211, 27017);

  private LocalServers() {}

  /** Their ports in ascending order; none where the system does not tell who listens. */
  static List<Integer> answering() {
    Set<Integer> answering = new ConcurrentSkipListSet<>();
    List<Thread> asking = new ArrayList<>();
    for (int port : PortOwner.listening()) {
      if (!OTHERS.contains(port)) {
        asking.add(
            Thread.startVirtualThread(() -> {
              if (HealthProbe.askFor(URI.create("http://127.0.0.1:" + port + "/"), PATIENCE)
                  .healthy()) {
                answering.add(port);
              }
            }));
      }
    }
    try {
      for (Thread each : asking) {
        each.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return List.copyOf(answering);
  }
}
