package tasktracker.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results on a file system that becomes full while an experiment runs. */
class FullDiskIT {
  @TempDir Path disk;
  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    mounted = run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString()) == 0;
    assumeTrue(mounted, "FullDiskIT is skipped: only root can mount a small file system");
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      assertThat(run("umount", disk.toString())).isZero();
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }

  @Test
  void keepsWhatWasMeasuredSaysWhichFileAndGoesOnWhenThereIsRoom() throws Exception {
    try (PlantedServer one = PlantedServer.start(5, 100);
        PlantedServer other = PlantedServer.start(5, 100)) {
      SweptFolder folder = new SweptFolder(disk.resolve("versus"));
      Launcher.Running running =
          Launcher.start(
              "versus",
              "a=" + one.url(),
              "b=" + other.url(),
              "-u=4",
              "-t=2s",
              "--warmup=1s",
              "--repeats=1",
              "--outdir=" + folder.path());
      running.awaitLine(line -> line.startsWith("[2/2]"));
      fill();

      Launcher.Ended ended = running.end();

      assertThat(ended.status()).as(ended.text()).isEqualTo(3);
      assertThat(ended.err())
          .as(ended.text())
          .anySatisfy(line -> assertThat(line).contains(disk.toString(), "no space left"))
          .noneMatch(line -> line.startsWith("\tat "));
      assertThat(folder.lines()).hasSize(1);

      Files.delete(disk.resolve("filler"));
      Launcher.Ended resumed = Launcher.run("sweep", "--resume", folder.path().toString());

      assertThat(resumed.status()).as(resumed.text()).isZero();
      assertThat(folder.lines()).hasSize(2);
      SweptFolder.deletePlots(resumed);
    }
  }

  /** Takes all the room that is left. */
  private void fill() throws IOException {
    try (OutputStream filler = Files.newOutputStream(disk.resolve("filler"))) {
      byte[] block = new byte[512];
      for (int i = 0; i < 10_000; i++) {
        filler.write(block);
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left");
    }
  }
}
