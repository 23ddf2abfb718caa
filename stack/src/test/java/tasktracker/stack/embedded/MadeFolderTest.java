package tasktracker.stack.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MadeFolderTest {
  @TempDir private Path parent;

  @Test
  void makesAFolderOnce() throws IOException {
    AtomicInteger made = new AtomicInteger();
    for (int i = 0; i < 2; i++) {
      Path folder =
          MadeFolder.in(
              parent,
              "template",
              target -> Files.writeString(target.resolve("file"), "" + made.incrementAndGet()));
      assertThat(folder.resolve("file")).hasContent("1");
    }
  }

  @Test
  void isNotThereWhenItsMakerFailsAndIsMadeWholeTheNextTime() throws IOException {
    assertThatThrownBy(() ->
            MadeFolder.in(
                parent,
                "template",
                target -> {
                  Files.createFile(target.resolve("half"));
                  throw new IOException("killed");
                }))
        .hasMessage("killed");
    assertThat(parent.resolve("template")).doesNotExist();
    Path folder =
        MadeFolder.in(parent, "template", target -> Files.createFile(target.resolve("whole")));
    assertThat(folder)
        .isDirectoryContaining("glob:**whole")
        .isDirectoryNotContaining("glob:**half");
  }

  @Test
  void removesWhatIsHalfMadeAndNothingElse() throws IOException {
    Files.createDirectories(parent.resolve("template-a.half/data"));
    Files.createDirectories(parent.resolve("initialising4711/data"));
    Files.createDirectories(parent.resolve("unpacking4712"));
    Files.createDirectories(parent.resolve("template-b"));
    MadeFolder.removeHalves(parent);
    assertThat(parent).isDirectoryNotContaining("regex:.*(half|initialising|unpacking).*");
    assertThat(parent.resolve("template-b")).isDirectory();
  }
}
