package tasktracker.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.stack.embedded.CommandPrefix;

class LoggedProcessTest {
  @TempDir private Path folder;

  @Test
  void endsWhatItsCommandLeftRunning() throws Exception {
    assumeFalse(CommandPrefix.ownSession().isEmpty(), "this system has no setsid");
    Path pid = folder.resolve("pid");
    Optional<ProcessHandle> left;

    try (LoggedProcess process =
        LoggedProcess.start(
            "a wrapper",
            List.of("sh", "-c", "sleep 60 & echo $! > pid"),
            folder,
            Map.of(),
            folder.resolve("log"))) {
      assertThat(process.await(Duration.ofSeconds(10))).hasValue(0);
      left = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
      assertThat(left).isPresent();
    }

    assertThat(left.get().onExit()).succeedsWithin(Duration.ofSeconds(10));
  }
}
