package tasktracker.report.load;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.http.HttpSettings;
import tasktracker.load.model.Durations;

/**
 * What was asked for, and where it was done. Values of headers are left out: they may be secrets.
 */
final class SettingsTable {
  private SettingsTable() {}

  static String of(LoadResult result) {
    StringBuilder html = new StringBuilder("<dl class=\"settings\">\n");
    settings(result).forEach((name, value) -> html.append(Html.definition(name, value)));
    return html.append("</dl>\n").toString();
  }

  private static Map<String, String> settings(LoadResult result) {
    LoadPlan plan = result.plan();
    HttpSettings http = plan.http();
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("Target", plan.target().toString());
    settings.put("Scenario", plan.scenario().name());
    settings.put("Load model", plan.model().toString());
    settings.put("Warm-up", warmUp(plan));
    settings.put("Measurement, planned", Durations.format(plan.measurement()));
    settings.put("Measurement", "%s to %s".formatted(result.start(), result.end()));
    settings.put("Seed", Long.toString(plan.seed()));
    settings.put("Connect timeout", Durations.format(http.connectTimeout()));
    settings.put("Response timeout", Durations.format(http.responseTimeout()));
    settings.put("Connections per user", Integer.toString(http.connectionsPerUser()));
    settings.put(
        "Headers", http.headers().isEmpty() ? "none" : String.join(", ", http.headers().keySet()));
    settings.put("Compression", http.gzip() ? "gzip asked for" : "not asked for");
    settings.put("Certificates", http.insecure() ? "not verified" : "verified");
    settings.put(
        "Generator",
        "%s, %s CPUs, Java %s"
            .formatted(
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version")));
    return settings;
  }

  private static String warmUp(LoadPlan plan) {
    String least = Durations.format(plan.warmUp());
    return plan.warmUpLimit().equals(plan.warmUp())
        ? least
        : "until steady, %s to %s".formatted(least, Durations.format(plan.warmUpLimit()));
  }

  static String length(Duration length) {
    return Durations.format(Duration.ofMillis(length.toMillis()));
  }
}
