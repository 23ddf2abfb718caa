package tasktracker.stack.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Compilers of real processes. */
@EnabledOnOs(OS.LINUX)
class CompilerTimeTest {
  @TempDir private Path folder;

  @Test
  void countsTheCompilersOfAJavaVirtualMachine() {
    CompilerTime time = CompilerTime.of(List.of(ProcessHandle.current().pid()));
    Duration first = time.read();

    assertThat(first).as("this one has compiled while it started").isPositive();
    assertThat(time.read()).isGreaterThanOrEqualTo(first);
  }

  @Test
  void findsThemInDescendants() throws Exception {
    Process shell =
        new ProcessBuilder("sh", "-c", "\"$0\" \"$1\"; true", java(), spinning().toString())
            .start();
    try {
      CompilerTime time = CompilerTime.of(List.of(shell.pid()));
      long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (time.read().isZero() && System.nanoTime() < deadline) {
        Thread.sleep(100);
      }
      assertThat(time.read()).isPositive();
    } finally {
      shell.descendants().forEach(ProcessHandle::destroyForcibly);
      shell.destroyForcibly().waitFor();
    }
  }

  @Test
  void isZeroForWhatIsNoJavaVirtualMachineOrGone() throws Exception {
    Process sleep = new ProcessBuilder("sleep", "30").start();
    CompilerTime time = CompilerTime.of(List.of(sleep.pid(), 0L));
    assertThat(time.read()).isZero();

    sleep.destroyForcibly().waitFor();
    assertThat(time.read()).isZero();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** A program that gives compilers something to do until it is killed. */
  private Path spinning() throws IOException {
    return Files.writeString(
        folder.resolve("Spinning.java"),
        """
        void main() {
          double sum = 0;
          for (long i = 0; sum >= 0; i++) {
            sum += Math.sqrt(i % 1000);
            if (i % 1_000_000 == 0) {
              String.valueOf(sum).chars().sum();
            }
          }
        }
        """);
  }
}
