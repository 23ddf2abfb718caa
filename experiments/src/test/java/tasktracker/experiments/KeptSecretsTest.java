package tasktracker.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.error.UsageException;
import tasktracker.experiments.definition.ExperimentFile;
import tasktracker.results.ResultsFolder;

/** What of the settings of a sweep is no business of those who get its folder. */
class KeptSecretsTest {
  private static final String EXPERIMENT =
      """
      name: shop
      architectures:
        web: {command: ./server, environment: {DB_PASSWORD: hunter2}}
      workload:
        tasks: [{path: /}]
      load: {levels: [1]}
      """;

  @TempDir private Path parent;
  private ResultsFolder folder;

  @BeforeEach
  void createFolder() {
    folder = ResultsFolder.createAt(parent.resolve("sweep"));
  }

  @Test
  void areNotInTheConfigurationAndComeBackWhenASweepIsResumed() throws IOException {
    SweepSettings settings =
        SampleSettings.loading("http://localhost/?token=hunter2", "url", experiment());
    begun(settings);

    assertThat(folder.path().resolve("config.json"))
        .content()
        .contains("http://localhost/?token=***", "DB_PASSWORD")
        .doesNotContain("hunter2");
    assertThat(KeptSecrets.config(folder).settings()).isEqualTo(settings);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.path().resolve(KeptSecrets.FILE))))
        .isEqualTo("rw-------");
  }

  @Test
  void areMissingInACopyOfTheFolderWhichIsNotResumed() throws IOException {
    begun(SampleSettings.loading("http://localhost/?token=hunter2", "url", null));
    Files.delete(folder.path().resolve(KeptSecrets.FILE));

    assertThatThrownBy(() -> KeptSecrets.config(folder))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("holds *** in the place of secrets")
        .hasMessageContaining("begin a new one")
        .message()
        .hasLineCount(1);
  }

  @Test
  void areKeptOfAFolderWhoseConfigurationStillHoldsThem() throws IOException {
    SweepSettings settings =
        SampleSettings.loading("http://localhost/?token=hunter2", "url", experiment());
    begun(settings);
    Path config = folder.path().resolve("config.json");
    Path secrets = folder.path().resolve(KeptSecrets.FILE);
    Files.writeString(
        config,
        Files.readString(config)
            .replace("token=***", "token=hunter2")
            .replace("\\\"***\\\"", "hunter2"));
    Files.delete(secrets);

    SweepConfig resumed = KeptSecrets.config(folder);
    KeptSecrets.keep(resumed.settings(), folder);
    folder.writeConfig(resumed);

    assertThat(resumed.settings()).isEqualTo(settings);
    assertThat(config).content().doesNotContain("hunter2");
    assertThat(KeptSecrets.config(folder).settings()).isEqualTo(settings);
    String kept = Files.readString(secrets);
    KeptSecrets.keep(resumed.settings(), folder);
    assertThat(secrets).hasContent(kept);
  }

  @Test
  void areNoFileWhereThereAreNone() {
    SweepConfig config = begun(SampleSettings.loading("http://localhost/?page=1", "url", null));

    assertThat(KeptSecrets.config(folder)).isEqualTo(config);
    assertThat(folder.path().resolve(KeptSecrets.FILE)).doesNotExist();
  }

  private ExperimentFile experiment() {
    return new ExperimentFile("experiment.yaml", EXPERIMENT, parent.toString());
  }

  private SweepConfig begun(SweepSettings settings) {
    Isolation isolation = Isolation.plan(settings.isolate(), settings.runtime());
    SweepConfig config =
        SweepConfig.of(
            settings,
            isolation,
            Testbed.of(
                settings.runtime(),
                StackSource.options(settings, isolation),
                isolation,
                parent,
                List.of("sweep")),
            "closed");
    KeptSecrets.keep(settings, folder);
    folder.writeConfig(config);
    return config;
  }
}
