package tasktracker.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.stack.embedded.CommandPrefix;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The examples of other load generators, on one system and for a few seconds each. */
class ExternalGeneratorIT {
  private static final Path EXAMPLES = Launcher.CHECKOUT.resolve("examples/external-generators");

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir private Path folder;

  @Test
  void aStandInForK6LoadsTheShop() throws IOException {
    JsonNode run = measure("k6", "3s", "2s");

    assertThat(run.path("generator").asString()).isEqualTo("k6");
    assertThat(run.path("requests_per_iteration").asDouble()).isBetween(1.8, 2.2);
    assertThat(folder.resolve("results/run_000_before_c4/k6.csv")).exists();
    assertThat(folder.resolve("results/report.html")).content().contains("Load by k6");
  }

  @Test
  void locustLoadsTheShop() throws IOException {
    assumeTrue(CommandPrefix.onPath("locust"), "no Locust: apt-get install python3-locust");

    JsonNode run = measure("locust", "5s", "2s");

    assertThat(run.path("generator").asString()).isEqualTo("Locust");
    assertThat(run.path("latency_p95_ms").asDouble()).isPositive();
    assertThat(run.has("iterations")).isFalse();
  }

  @Test
  void jmeterLoadsTheShop() throws IOException {
    assumeTrue(
        Files.exists(EXAMPLES.resolve("jmeter/target/bin/ApacheJMeter.jar")),
        "no JMeter: ./mvnw -f examples/external-generators/jmeter/pom.xml package");

    JsonNode run = measure("jmeter", "3s", "10s");

    assertThat(run.path("generator").asString()).isEqualTo("JMeter");
    assertThat(run.path("requests_per_iteration").asDouble()).isBetween(1.8, 2.2);
  }

  /** Returns the only run of an example that is cut down to one. */
  private JsonNode measure(String example, String duration, String warmup) throws IOException {
    String shipped = Files.readString(EXAMPLES.resolve(example + ".yaml"));
    Path file =
        Files.writeString(
            folder.resolve(example + ".yaml"),
            shipped
                .replaceAll("(?m)^  after: .*\n", "")
                .replace("health: /health", "health: /health, folder: " + EXAMPLES)
                .replace("java -D", JAVA + " -D")
                .replaceAll("(?m)^  warmup: .*", "  warmup: " + warmup)
                .replaceAll("(?m)^  duration: .*", "  duration: " + duration)
                .replaceAll("(?m)^  repeats: .*", "  repeats: 1\n  folder: " + EXAMPLES));
    SweptFolder results = new SweptFolder(folder.resolve("results"));

    Launcher.Ended ended = Launcher.run("run", file.toString(), "--outdir=" + results.path());

    SweptFolder.deletePlots(ended);
    assertThat(ended.status()).as(ended.text()).isZero();
    assertThat(ended.text()).contains("load by ", ", measurement: ");
    assertThat(results.lines()).hasSize(1);
    JsonNode run = results.lines().getFirst();
    assertThat(run.path("total_requests").asLong()).isGreaterThan(20);
    assertThat(run.path("total_failures").asLong()).isZero();
    assertThat(run.path("resources").path("totals").path("avg_mem_bytes").asDouble()).isPositive();
    JsonNode config = new JsonMapper().readTree(results.path().resolve("config.json").toFile());
    assertThat(config.path("generator")).isEqualTo(run.path("generator"));
    assertThat(config.path("limits").toString()).contains(run.path("generator").asString());
    return run;
  }
}
