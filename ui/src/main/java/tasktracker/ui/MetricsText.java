package tasktracker.ui;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tasktracker.results.live.LiveLog;
import tasktracker.ui.archive.LiveEnds;
import tools.jackson.databind.JsonNode;

/**
 * The running experiment in the text format of Prometheus, see <a
 * href="https://prometheus.io/docs/instrumenting/exposition_formats/">exposition formats</a>.
 */
final class MetricsText {
  static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final int TAIL = 128 << 10;

  private final StringBuilder text = new StringBuilder();

  private MetricsText() {}

  /** The gauges of this folder, or that nothing runs. */
  static String of(Optional<Path> running) {
    MetricsText metrics = new MetricsText();
    metrics.family("tasktracker_experiment_running", "Whether an experiment runs");
    metrics.sample("tasktracker_experiment_running", Map.of(), running.isPresent() ? 1 : 0);
    running.ifPresent(folder ->
        metrics.add(
            folder.getFileName().toString(), LiveEnds.of(folder.resolve(LiveLog.NAME), TAIL)));
    return metrics.text.toString();
  }

  private void add(String experiment, LiveEnds ends) {
    ends.last("run_started")
        .ifPresent(run -> {
          Map<String, String> labels = Map.of("experiment", experiment);
          gauge(
              "tasktracker_run_position", "Which run it is, from 1", labels, run.path("position"));
          gauge("tasktracker_runs_planned", "Runs that are known of", labels, run.path("total"));
        });
    ends.last("second").ifPresent(second -> second(experiment, second));
  }

  private void second(String experiment, JsonNode second) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("experiment", experiment);
    labels.put("system", second.path("system").asString(""));
    labels.put("level", second.path("level").asString(""));
    labels.put("phase", second.path("phase").asString(""));
    JsonNode requests = second.path("requests");
    gauge("tasktracker_users", "Virtual users that run", labels, second.path("users"));
    gauge(
        "tasktracker_requests_per_second",
        "Requests of the last second, failed ones included",
        labels,
        requests.path("throughput"));
    gauge(
        "tasktracker_goodput_per_second",
        "Successful requests of the last second",
        labels,
        requests.path("goodput"));
    family("tasktracker_latency_seconds", "Latency of the last one to ten seconds");
    for (String percent : new String[] {"50", "95", "99"}) {
      JsonNode millis = requests.path("p" + percent + "_ms");
      if (millis.isNumber()) {
        sample(
            "tasktracker_latency_seconds",
            with(labels, "quantile", "0." + percent.replaceFirst("0$", "")),
            millis.asDouble() / 1e3);
      }
    }
    family("tasktracker_errors", "Failed requests of the last second by kind");
    requests
        .path("errors")
        .forEachEntry((kind, count) ->
            sample("tasktracker_errors", with(labels, "kind", kind), count.asDouble(0)));
    family("tasktracker_service_cpu_percent", "CPU of a service, 100 for one vCPU");
    family("tasktracker_service_memory_bytes", "Memory of a service");
    second
        .path("services")
        .forEachEntry((service, usage) -> {
          Map<String, String> named = with(labels, "service", service);
          number("tasktracker_service_cpu_percent", named, usage.path("cpu_percent"));
          number("tasktracker_service_memory_bytes", named, usage.path("memory_bytes"));
        });
    gauge(
        "tasktracker_generator_cpu_share",
        "Share of its processors that the generator keeps busy",
        labels,
        second.path("generator").path("cpu_share"));
    family("tasktracker_fault_active", "Whether something is broken on purpose");
    sample("tasktracker_fault_active", labels, second.path("fault").isString() ? 1 : 0);
  }

  private static Map<String, String> with(Map<String, String> labels, String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(labels);
    more.put(key, value);
    return more;
  }

  private void gauge(String name, String help, Map<String, String> labels, JsonNode value) {
    family(name, help);
    number(name, labels, value);
  }

  private void family(String name, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(" gauge\n");
  }

  private void number(String name, Map<String, String> labels, JsonNode value) {
    if (value.isNumber()) {
      sample(name, labels, value.asDouble());
    }
  }

  private void sample(String name, Map<String, String> labels, double value) {
    text.append(name);
    String separator = "{";
    for (Map.Entry<String, String> label : labels.entrySet()) {
      text.append(separator)
          .append(label.getKey())
          .append("=\"")
          .append(escaped(label.getValue()))
          .append('"');
      separator = ",";
    }
    text.append(labels.isEmpty() ? " " : "} ")
        .append(String.format(Locale.ROOT, "%s", value))
        .append('\n');
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
