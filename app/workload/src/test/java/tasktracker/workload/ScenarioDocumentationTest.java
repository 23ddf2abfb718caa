package tasktracker.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.LoadTest;
import tasktracker.load.http.ScriptedServer;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.recording.EndpointStatistics;
import tasktracker.load.scenario.yaml.YamlScenario;

/** The examples of docs/scenarios.md do what they say. */
@Timeout(120)
class ScenarioDocumentationTest {
  private static final Path PAGE =
      Path.of("").toAbsolutePath().resolve("../../docs/scenarios.md").normalize();
  private static final String TARGET = "http://localhost:9000";

  @TempDir private Path folder;

  @Test
  void theYamlExampleRunsWithoutAFailure() throws Exception {
    try (ScriptedServer server = new ScriptedServer(new InMemoryTaskTracker())) {
      YamlScenario scenario = YamlScenario.parse("browsing.yaml", example("yaml"), folder);
      ClosedModel model = new ClosedModel(5, 100, scenario.thinkTime().orElseThrow());
      LoadPlan plan =
          LoadPlan.of(server.uri(), scenario, model)
              .withWarmUp(Duration.ZERO)
              .withMeasurement(Duration.ofSeconds(4));

      LoadResult result = new LoadTest(plan).run(LoadListener.NONE);

      assertThat(result.recording().failures()).isEmpty();
      assertThat(result.recording().errors()).isEmpty();
      assertThat(result.recording().endpoints())
          .extracting(EndpointStatistics::endpoint)
          .extracting(endpoint -> endpoint.method() + " " + endpoint.name())
          .contains("POST Create", "DELETE Delete", "GET List");
    }
  }

  @Test
  void theJavaExampleIsAProgramThatRunsWithoutAFailure() throws Exception {
    try (ScriptedServer server = new ScriptedServer(new InMemoryTaskTracker())) {
      Path program = folder.resolve("Browsing.java");
      Files.writeString(program, example("java").replace(TARGET, server.uri().toString()));
      Path output = folder.resolve("output");

      int status =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  program.toString())
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start()
              .waitFor();

      assertThat(status).as(Files.readString(output)).isZero();
      assertThat(Files.readString(output)).contains("GET List").doesNotContain(" × ");
      assertThat(folder.resolve("browsing/report.html")).exists();
    }
  }

  private static String example(String language) throws IOException {
    String page = Files.readString(PAGE, StandardCharsets.UTF_8);
    Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
    assertThat(block.find()).as("a block of " + language + " in " + PAGE).isTrue();
    return block.group(1);
  }
}
