package tasktracker.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.error.EnvironmentException;
import tasktracker.error.UsageException;
import tasktracker.results.ResultsFolder;
import tools.jackson.databind.JsonNode;

/** {@code config.json}: what one sweep writes, another resumes from. */
class SweepConfigTest {
  @TempDir Path parent;

  private Path path;
  private ResultsFolder folder;

  @BeforeEach
  void createFolder() {
    path = parent.resolve("sweep");
    folder = ResultsFolder.createAt(path);
  }

  private SweepConfig config(SweepSettings settings) {
    Isolation isolation = Isolation.plan(settings.isolate(), settings.runtime());
    return SweepConfig.of(
        settings,
        isolation,
        Testbed.of(
            settings.runtime(),
            StackSource.options(settings, isolation),
            isolation,
            parent,
            List.of("sweep", "--seed", "42")),
        "closed");
  }

  @Test
  void isReadAsItWasWritten() {
    SweepSettings settings = SampleSettings.of(List.of("monolith", "modular"), List.of(5, 10), 42);
    SweepConfig written = config(settings).endedAt(Instant.parse("2026-11-24T10:15:00.123456Z"));

    folder.writeConfig(written);

    assertThat(folder.config(SweepConfig.class)).isEqualTo(written);
  }

  @Test
  void holdsTheSettingsUnderTheNamesOfTheirOptions() {
    SweepSettings settings = SampleSettings.of(List.of("monolith"), List.of(5, 10), 42);
    folder.writeConfig(config(settings));

    JsonNode config = folder.read().config();

    assertThat(config.path("concurrency_levels"))
        .extracting(JsonNode::asInt)
        .containsExactly(5, 10);
    assertThat(config.path("duration_seconds").asDouble()).isEqualTo(1.5);
    assertThat(config.path("warmup_seconds").asInt()).isEqualTo(4);
    assertThat(config.path("spawn_rate").asDouble()).isEqualTo(12.5);
    assertThat(config.path("sample_interval").asDouble()).isEqualTo(0.5);
    assertThat(config.path("seed").asLong()).isEqualTo(42);
    assertThat(config.path("runtime").asString()).isEqualTo("external");
    assertThat(config.path("isolate").asString()).isEqualTo("off");
    assertThat(config.path("fresh_deployment").asString()).isEqualTo("run");
    assertThat(config.path("base_url_monolith").asString()).isEqualTo("http://localhost:9100");
    assertThat(config.path("arguments"))
        .extracting(JsonNode::asString)
        .containsExactly("sweep", "--seed", "42");
    assertThat(config.path("total_runs").asInt()).isEqualTo(2);
    assertThat(config.path("environment").path("cpus").asInt()).isPositive();
    assertThat(config.path("end_time").isNull()).isTrue();
  }

  @Test
  void noticesThatTheFileOfTheScenarioHasChanged() throws IOException {
    String text = "tasks: [{path: /}]\n";
    Path scenario = Files.writeString(parent.resolve("shop.yaml"), text);
    folder.writeConfig(
        config(SampleSettings.loading("http://localhost:9100/", scenario.toString())));
    SweepConfig recorded = folder.config(SweepConfig.class);
    assertThatCode(recorded::requireSameScenario).doesNotThrowAnyException();

    Files.writeString(scenario, "tasks: [{path: /other}]\n");

    assertThatThrownBy(recorded::requireSameScenario)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(scenario + " has changed since the sweep began: restore it")
        .message()
        .hasLineCount(1);
    Files.writeString(scenario, text);
    assertThatCode(recorded::requireSameScenario).doesNotThrowAnyException();
  }

  @Test
  void noticesThatTheDataOfTheScenarioHaveChanged() throws IOException {
    Path data = Files.writeString(parent.resolve("goods.csv"), "item\nbook\n");
    Path scenario =
        Files.writeString(
            parent.resolve("shop.yaml"), "data: goods.csv\ntasks: [{path: '/${item}'}]\n");
    folder.writeConfig(
        config(SampleSettings.loading("http://localhost:9100/", scenario.toString())));
    SweepConfig recorded = folder.config(SweepConfig.class);
    assertThatCode(recorded::requireSameScenario).doesNotThrowAnyException();

    Files.writeString(data, "item\npen\n");

    assertThatThrownBy(recorded::requireSameScenario)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("the data file " + data + " of the scenario " + scenario)
        .hasMessageContaining("has changed since the sweep began: restore it (SHA-256 ")
        .message()
        .hasLineCount(1);
    Files.writeString(data, "item\nbook\n");
    assertThatCode(recorded::requireSameScenario).doesNotThrowAnyException();
  }

  @Test
  void isLimitedByAnotherMachineOnWhichItIsResumed() throws IOException {
    SweepConfig written = config(SampleSettings.of(List.of("monolith"), List.of(5), 42));
    SweepConfig recorded = edited(written, "\"cpus\" *: *\\d+", "\"cpus\": 999");

    SweepConfig resumed = recorded.resumedOn(written.testbed());

    assertThat(resumed.limits())
        .containsExactly(
            "The sweep was resumed on another machine or with another version of the lab:"
                + " logical CPUs 999, then "
                + Runtime.getRuntime().availableProcessors());
    assertThat(resumed.resumedOn(written.testbed())).isEqualTo(resumed);
    assertThat(written.resumedOn(written.testbed())).isEqualTo(written);
  }

  @Test
  void isNotResumedWithOtherProcessorsForGeneratorAndStack() throws IOException {
    SweepConfig written = config(SampleSettings.of(List.of("monolith"), List.of(5), 42));
    SweepConfig recorded = edited(written, "\"stack_cpus\" *: *null", "\"stack_cpus\": \"1-3\"");

    assertThatThrownBy(() -> recorded.resumedOn(written.testbed()))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining("begun with the generator on all CPUs and the stack on CPU 1-3")
        .hasMessageContaining("begin a new one")
        .message()
        .hasLineCount(1);
  }

  private SweepConfig edited(SweepConfig written, String what, String by) throws IOException {
    folder.writeConfig(written);
    Path file = path.resolve("config.json");
    Files.writeString(file, Files.readString(file).replaceAll(what, by));
    return folder.config(SweepConfig.class);
  }

  @Test
  void toleratesKeysThatItDoesNotKnowAndTheLackOfMaps() throws IOException {
    Files.writeString(
        path.resolve("config.json"),
        """
        {"architectures": ["monolith"], "concurrency_levels": [10], "duration_seconds": 60,
         "warmup_seconds": 10, "spawn_rate": 10, "think_time": "50ms-150ms", "working_set": 20,
         "sample_interval": 1, "seed": 3, "runtime": "embedded", "replicas": 1, "isolate": "auto",
         "colour_of_the_lab": "green", "start_time": "2026-01-17T21:07:25.451238", "total_runs": 1}
        """);

    SweepSettings settings = folder.config(SweepConfig.class).settings();

    assertThat(settings.architectures()).containsExactly("monolith");
    assertThat(settings.duration()).isEqualTo(Duration.ofMinutes(1));
    assertThat(settings.architectureFiles()).isEmpty();
    assertThat(settings.baseUrls()).isEmpty();
    assertThat(settings.sampleInterval()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void hasADeploymentForEachRunWhereItWasWrittenBeforeRunsCouldShareThem() throws IOException {
    SweepSettings settings =
        SampleSettings.sharing(List.of("monolith"), List.of(5), 42, MeasuringPlan.fixed(1));
    folder.writeConfig(config(settings));
    Path file = path.resolve("config.json");
    assertThat(folder.config(SweepConfig.class).settings().freshDeployment())
        .isEqualTo(FreshDeployment.REPETITION);

    Files.writeString(
        file, Files.readString(file).replaceAll("\"fresh_deployment\" *: *\"repetition\",?", ""));

    assertThat(folder.config(SweepConfig.class).settings().freshDeployment())
        .isEqualTo(FreshDeployment.RUN);
  }

  @Test
  void refusesAConfigurationThatLacksASettingAndNamesIt() throws IOException {
    Files.writeString(
        path.resolve("config.json"),
        "{\"architectures\": [\"monolith\"], \"concurrency_levels\": [10]}");

    assertThatThrownBy(() -> folder.config(SweepConfig.class))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("config.json")
        .hasMessageContaining("duration_seconds is missing")
        .message()
        .hasLineCount(1);
  }
}
