package tasktracker.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FontFolderTest {
  @Test
  void removesWhatAKilledProcessLeftAndNothingOfALivingOne() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Path left = Files.createTempDirectory("tasktracker-fonts-" + dead.pid() + "-");
    Files.createFile(left.resolve("Inter-Regular.ttf"));
    Path alive =
        Files.createTempDirectory("tasktracker-fonts-" + ProcessHandle.current().pid() + "-");
    try {
      assertThat(FontFolder.create().font("Inter-Regular.ttf")).isNotEmptyFile();
      assertThat(left).doesNotExist();
      assertThat(alive).isDirectory();
    } finally {
      Files.delete(alive);
    }
  }

  @Test
  void followsNoLinkThatSomebodyElseMayHaveLaid() throws IOException, InterruptedException {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Path dear = Files.createTempDirectory("dear");
    Path file = Files.createFile(dear.resolve("file"));
    Path link = dear.resolveSibling("tasktracker-fonts-" + dead.pid() + "-" + dear.getFileName());
    Files.createSymbolicLink(link, dear);
    try {
      FontFolder.create();
      assertThat(file).exists();
    } finally {
      Files.delete(link);
      Files.delete(file);
      Files.delete(dear);
    }
  }
}
