package tasktracker.experiments;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tasktracker.results.Resources;
import tasktracker.stack.resource.ResourceSampler;

/** Looks at what a stack takes while nobody asks it for anything, before load is offered. */
final class IdleWindow {
  /** What starting up left to do is over by then, mostly. */
  private static final Duration SETTLING = Duration.ofSeconds(1);

  private static final Duration LENGTH = Duration.ofSeconds(2);

  private IdleWindow() {}

  /** How long it takes. */
  static Duration time() {
    return SETTLING.plus(LENGTH);
  }

  /**
   * Waits, samples, and returns what {@code results.json} holds below {@code idle}.
   *
   * @throws InterruptedException when this thread is interrupted
   */
  static Map<String, Object> measure(ResourceSampler sampler) throws InterruptedException {
    Thread.sleep(SETTLING);
    sampler.start();
    Resources used;
    try {
      Thread.sleep(LENGTH);
    } finally {
      used = sampler.stop();
    }
    Map<String, Object> services = new LinkedHashMap<>();
    used.containers()
        .forEach((name, container) ->
            services.put(
                name,
                figures(container.summary().avgCpuPercent(), container.summary().avgMemBytes())));
    Map<String, Object> idle = figures(used.totals().avgCpuPercent(), used.totals().avgMemBytes());
    idle.put("seconds", LENGTH.toMillis() / 1e3);
    idle.put("containers", services);
    return idle;
  }

  private static Map<String, Object> figures(Double cpuPercent, Double memoryBytes) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("avg_cpu_percent", cpuPercent);
    figures.put("avg_mem_bytes", memoryBytes);
    return figures;
  }
}
