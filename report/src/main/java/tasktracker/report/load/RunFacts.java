package tasktracker.report.load;

import java.util.ArrayList;
import java.util.List;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.http.HttpSettings;
import tasktracker.load.model.Durations;
import tasktracker.load.watch.SelfWatch;
import tasktracker.report.ValueText;
import tasktracker.report.html.Block;

/** What a run was asked for and where it was done, and what the generator saw of itself. */
final class RunFacts {
  private final List<Block.Fact> facts = new ArrayList<>();

  private RunFacts() {}

  static Block ofGenerator(LoadResult result) {
    SelfWatch watch = result.selfWatch();
    return new RunFacts()
        .add("CPU of the generator, mean", ValueText.percent(watch.meanCpuPerCore()))
        .add("CPU of the generator, highest second", ValueText.percent(watch.highestCpuPerCore()))
        .add(
            "Scheduling delay, p99",
            ValueText.withUnit(watch.schedulingDelay().supportedPercentile(99)))
        .add("Scheduling delay, longest", ValueText.withUnit(watch.schedulingDelay().max()))
        .add("Garbage collection, longest pause", ValueText.withUnit(watch.longestGcPause()))
        .add("Little's law, residual", ValueText.percent(watch.littleResidual()))
        .add("Dropped arrivals", ValueText.count(result.dropped()))
        .add("Reconnects", ValueText.count(result.reconnects()))
        .add("In flight at the end, awaited", ValueText.count(result.awaited()))
        .add("Latencies beyond the histogram", ValueText.count(result.beyondRange()))
        .toBlock();
  }

  /** Values of headers are left out: they may be secrets. */
  static Block ofSettings(LoadResult result) {
    LoadPlan plan = result.plan();
    HttpSettings http = plan.http();
    return new RunFacts()
        .add("Target", plan.target().toString())
        .add("Scenario", plan.scenario().name())
        .add("Load model", plan.model().toString())
        .add("Warm-up", warmUp(plan))
        .add("Measurement, planned", Durations.format(plan.measurement()))
        .add("Measurement", "%s to %s".formatted(result.start(), result.end()))
        .add("Random seed", Long.toString(plan.seed()))
        .add("Connect timeout", Durations.format(http.connectTimeout()))
        .add("Response timeout", Durations.format(http.responseTimeout()))
        .add("Connections per user", Integer.toString(http.connectionsPerUser()))
        .add(
            "Headers",
            http.headers().isEmpty() ? "none" : String.join(", ", http.headers().keySet()))
        .add("Compression", http.gzip() ? "gzip asked for" : "not asked for")
        .add("Certificates", http.insecure() ? "not verified" : "verified")
        .add(
            "Generator",
            "%s %s, %s CPUs, Java %s"
                .formatted(
                    System.getProperty("os.name"),
                    System.getProperty("os.version"),
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("java.version")))
        .toBlock();
  }

  private static String warmUp(LoadPlan plan) {
    String least = Durations.format(plan.warmUp());
    return plan.warmUpLimit().equals(plan.warmUp())
        ? least
        : "until steady, %s to %s".formatted(least, Durations.format(plan.warmUpLimit()));
  }

  private RunFacts add(String name, String value) {
    facts.add(new Block.Fact(name, value));
    return this;
  }

  private Block toBlock() {
    return new Block.Facts(facts);
  }
}
