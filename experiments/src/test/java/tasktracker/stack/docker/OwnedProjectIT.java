package tasktracker.stack.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.error.EnvironmentException;

class OwnedProjectIT {
  private static final String PROJECT = "tasktracker-test-owned";

  @TempDir Path folder;

  @Test
  void isTakenDownLaterWhereThatFailedAtFirst() throws IOException {
    DockerEngine.require();
    Path file =
        Files.writeString(
            folder.resolve("compose.yaml"),
            """
            services:
              web:
                image: tasktracker/debian:local
                init: true
                command: [sleep, "300"]
            """);
    Compose compose = new Compose(PROJECT, List.of(file), Map.of());
    OwnedProject project = OwnedProject.begin(compose, Optional.empty());
    try {
      compose.up();
      Path elsewhere = Files.move(file, folder.resolve("elsewhere"));
      assertThatThrownBy(project::end).isInstanceOf(EnvironmentException.class);
      assertThat(Container.runningIn(PROJECT)).hasSize(1);

      Files.move(elsewhere, file);
      project.end();

      assertThat(Container.runningIn(PROJECT)).isEmpty();
    } finally {
      compose.down();
    }
  }
}
