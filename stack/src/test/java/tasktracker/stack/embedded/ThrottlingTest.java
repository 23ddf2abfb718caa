package tasktracker.stack.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.stack.Instance;
import tasktracker.stack.fault.CpuStarvation;
import tasktracker.stack.fault.Evidence;

@Timeout(60)
class ThrottlingTest {
  @TempDir Path folder;

  @Test
  void letsAllThatDescendsFromAProcessStandStill() throws Exception {
    StackProcesses members = new StackProcesses(new StackState(folder));
    members.start(Program.own("deep", "deep", Instance.Kind.SERVICE, 0, ThrottlingTest::startTree));
    ProcessHandle root = members.named("deep").process().toHandle();
    try {
      while (ProcessTree.handles(root).size() < DeepTree.PROCESSES) {
        Thread.sleep(10);
      }
      Throttling throttling =
          new Throttling(
              new FaultedProcesses(members, List.of("deep"), Set.of()),
              new CpuStarvation(0.8, Duration.ofSeconds(4)));

      throttling.begin();
      Evidence effect = throttling.verify();
      throttling.undo();

      assertThat(effect.holds()).as("%s", effect).isTrue();
      assertThat(throttling.verifyUndone().holds()).isTrue();
    } finally {
      ProcessTree.handles(root).forEach(ProcessHandle::destroyForcibly);
    }
  }

  private static Process startTree() {
    try {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              System.getProperty("java.class.path"),
              DeepTree.class.getName())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
