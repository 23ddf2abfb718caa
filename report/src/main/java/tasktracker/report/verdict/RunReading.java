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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

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
    JsonNode kind =
        run.addition("instances", JsonNode.class).orElse(NullNode.getInstance()).path(instance);
    return new ServiceSample(
        kind.path("service").asString(instance),
        kind.path("database").isBoolean() ? kind.path("database").asBoolean() : null,
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
    return run.addition("idle", JsonNode.class)
        .filter(idle ->
            idle.path("avg_cpu_percent").isNumber() && idle.path("avg_mem_bytes").isNumber())
        .map(idle ->
            new IdleSample(
                idle.path("avg_cpu_percent").asDouble(), idle.path("avg_mem_bytes").asDouble()));
  }
}
