package tasktracker.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.experiments.Isolation;
import tasktracker.experiments.RuntimeKind;
import tasktracker.experiments.definition.ExperimentFile;
import tasktracker.experiments.failure.FailureSettings;

class ExperimentSettingsTest {
  private static final String EXPERIMENT =
      """
      name: shop
      architectures:
        one: {command: ./server}
      workload: {scenario: shop.yaml}
      load: {levels: [1]}
      faults:
        - {fault: kill, target: server, users: 20, inject_at: 10s}
      """;

  @TempDir Path folder;

  @Test
  void faultsMeetWhatTheExperimentBeganWith() throws IOException {
    Path data = Files.writeString(folder.resolve("goods.csv"), "item\nbook\n");
    Path scenario =
        Files.writeString(
            folder.resolve("shop.yaml"),
            "name: before\ndata: goods.csv\ntasks: [{path: '/${item}'}]\n");
    ExperimentSettings experiment =
        new ExperimentSettings(
            new ExperimentFile("experiment.yaml", EXPERIMENT, folder.toString()));

    Files.delete(data);
    Files.delete(scenario);

    FailureSettings failure = experiment.failures().getFirst();
    Isolation isolation = Isolation.plan(Isolation.Mode.OFF, RuntimeKind.EMBEDDED);
    assertThat(failure.architectures()).containsExactly("one");
    assertThat(experiment.stacks(failure, isolation)).isNotNull();
    assertThat(experiment.workload().scenario().name()).isEqualTo("before");
  }
}
