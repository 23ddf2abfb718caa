package tasktracker.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Something on the machine stands in the way: exit code 3, and who it is. */
class EnvironmentIT {
  @TempDir Path parent;

  private Path results;

  @BeforeEach
  void requireFreePorts() {
    Ports.requireFree();
    results = parent.resolve("sweep");
  }

  @Test
  void namesATakenPortAndItsOwnerBeforeASweepBegins() throws IOException {
    try (ServerSocket _ = Ports.occupy(Ports.TASK_SERVICE)) {
      Launcher.Ended ended = Launcher.run("sweep", "--quick", "--outdir=" + results);

      assertThat(ended.status()).as(ended.text()).isEqualTo(3);
      assertThat(ended.err())
          .singleElement()
          .asString()
          .contains("port 8002, which tasktracker_task_service needs, is taken")
          .contains("by process " + ProcessHandle.current().pid());
      assertThat(results).doesNotExist();
      assertThat(Ports.taken()).isEqualTo(List.of(Ports.TASK_SERVICE));
    }
  }

  @Test
  void saysThatAnExternalStackDoesNotAnswer() {
    Launcher.Ended ended =
        Launcher.run(
            "sweep",
            "--runtime=external",
            "--arch=monolith",
            "--concurrency-levels=2",
            "--outdir=" + results);

    assertThat(ended.status()).as(ended.text()).isEqualTo(3);
    assertThat(ended.text())
        .contains("monolith is not healthy at http://localhost:9000")
        .contains("Connection refused")
        .contains("start it, name its URL, or leave out --runtime external");
  }
}
