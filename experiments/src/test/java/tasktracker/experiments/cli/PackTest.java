package tasktracker.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.experiments.evidence.SampleEvidence;

/** {@code pack} and {@code verify} as they are typed. */
class PackTest {
  @TempDir private Path parent;
  private Path folder;
  private Path archive;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = SampleEvidence.in(parent).path();
    archive = parent.resolve("evidence.zip");
  }

  @Test
  void packsAndVerifies() {
    Ran packed = Ran.of("pack", folder, "-o", archive);
    assertThat(packed.code()).isZero();
    assertThat(packed.out()).contains("SHA-256 ", "./tasktracker verify evidence.zip");

    Ran verified = Ran.of("verify", archive);

    assertThat(verified.err()).isEmpty();
    assertThat(verified.code()).isZero();
    assertThat(verified.out())
        .contains("agrees: Figures of the runs follow from raw data", "Only hashed:")
        .endsWith("Everything that was recomputed agrees\n");
  }

  @Test
  void packsBesideTheFolderAndFilesThatAreNamed() throws IOException {
    Path scenario = Files.writeString(parent.resolve("shop.yaml"), "name: shop\n");

    assertThat(Ran.of("pack", folder, "--with", scenario).code()).isZero();

    assertThat(Ran.of("verify", parent.resolve("sweep.zip")).code()).isZero();
  }

  @Test
  void aDifferenceIsExitCode1() throws IOException {
    Path analysis = folder.resolve("analysis.json");
    Files.writeString(analysis, Files.readString(analysis).replaceFirst("\"worse\"", "\"better\""));
    Ran.of("pack", folder, "-o", archive);

    Ran verified = Ran.of("verify", archive);

    assertThat(verified.code()).isEqualTo(1);
    assertThat(verified.out())
        .contains("differs: The analysis follows from the runs")
        .endsWith("Not what was measured, or not what was packed\n");
  }

  @Test
  void whatIsNoArchiveIsOneLineAndExitCode2() {
    Ran verified = Ran.of("verify", folder.resolve("config.json"));

    assertThat(verified.code()).isEqualTo(2);
    assertThat(verified.err()).hasLineCount(1).contains("config.json: not a ZIP archive");
  }

  @Test
  void anArchiveIsNotWrittenIntoTheFolderThatItPacks() {
    Ran packed = Ran.of("pack", folder, "-o", folder.resolve("evidence.zip"));

    assertThat(packed.code()).isEqualTo(2);
    assertThat(packed.err()).hasLineCount(1).contains("outside of the folder");
  }

  @Test
  void linksAreNotPacked() throws IOException {
    Files.createSymbolicLink(folder.resolve("secret"), Path.of("/etc/passwd"));

    Ran packed = Ran.of("pack", folder, "-o", archive);

    assertThat(packed.code()).isEqualTo(2);
    assertThat(packed.err()).hasLineCount(1).contains("secret: a link");
    assertThat(archive).doesNotExist();
  }
}
