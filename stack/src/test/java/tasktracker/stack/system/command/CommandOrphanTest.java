package tasktracker.stack.system.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lab that is killed takes the processes of a user along. */
class CommandOrphanTest {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @TempDir Path folder;

  @Test
  void nothingIsLeftAfterKill() throws Exception {
    Process lab =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CommandLab.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader said = lab.inputReader(UTF_8)) {
      long root = Long.parseLong(said.readLine());
      List<Long> session = session(root);
      assertThat(session).as("server and orphan").hasSizeGreaterThanOrEqualTo(2);

      lab.destroyForcibly();

      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!session(root).isEmpty() && System.nanoTime() < deadline) {
        Thread.sleep(50);
      }
      assertThat(session(root)).isEmpty();
    } finally {
      lab.destroyForcibly();
    }
  }

  /** The live processes of a session. */
  private static List<Long> session(long leader) {
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> stat(pid).matches("(?s).*\\) [^ZX] \\d+ \\d+ " + leader + " .*"))
        .toList();
  }

  private static String stat(long pid) {
    try {
      return Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
    } catch (IOException e) {
      return "";
    }
  }
}
