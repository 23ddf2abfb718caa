package tasktracker.report.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tasktracker.analysis.verdict.IdleSample;
import tasktracker.analysis.verdict.ServiceSample;
import tasktracker.results.Resources;
import tasktracker.results.RunResult;

/** What services and an idle stack took, from the keys of a run. */
final class RunReading {
  private RunReading() {}

  /** What each service took, its replicas together; empty where nobody looked. */
  static List<ServiceSample> services(RunResult run) {
    Map<String, ServiceSample> services = new LinkedHashMap<>();
    if (run.resources() != null) {
      run.resources()
          .containers()
          .forEach((name, container) -> {
            ServiceSample sample = sample(run, name, container.summary());
            services.merge(sample.service(), sample, RunReading::together);
          });
    }
    return new ArrayList<>(services.values());
  }

  private static ServiceSample sample(RunResult run, String instance, Resources.Summary summary) {
    Map<?, ?> kind =
        run.additions().get("instances") instanceof Map<?, ?> kinds
                && kinds.get(instance) instanceof Map<?, ?> of
            ? of
            : Map.of();
    return new ServiceSample(
        kind.get("service") instanceof String service ? service : instance,
        kind.get("database") instanceof Boolean database ? database : null,
        summary == null ? null : summary.avgCpuPercent(),
        summary == null ? null : summary.avgMemBytes());
  }

  private static ServiceSample together(ServiceSample one, ServiceSample other) {
    return new ServiceSample(
        one.service(),
        one.database(),
        sum(one.cpuPercent(), other.cpuPercent()),
        sum(one.memoryBytes(), other.memoryBytes()));
  }

  private static Double sum(Double one, Double other) {
    return one == null || other == null ? null : (Double) (one + other);
  }

  /** What the stack took before load; empty where nobody looked. */
  static Optional<IdleSample> idle(RunResult run) {
    return run.additions().get("idle") instanceof Map<?, ?> idle
            && idle.get("avg_cpu_percent") instanceof Number cpu
            && idle.get("avg_mem_bytes") instanceof Number memory
        ? Optional.of(new IdleSample(cpu.doubleValue(), memory.doubleValue()))
        : Optional.empty();
  }

  /** How long the run took, with the deployment brought up for it; null where it does not say. */
  static Double wallSeconds(RunResult run) {
    return seconds(run, "wall_s");
  }

  /** How much of it the deployment took; null where it does not say. */
  static Double deploymentSeconds(RunResult run) {
    return seconds(run, "deployment_s");
  }

  private static Double seconds(RunResult run, String key) {
    return run.additions().get(key) instanceof Number seconds ? seconds.doubleValue() : null;
  }
}
