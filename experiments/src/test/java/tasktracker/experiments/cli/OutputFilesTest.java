package tasktracker.experiments.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be written is named with the reason, and what is written has the digits of ASCII. */
class OutputFilesTest {
  private static final Path FULL = Path.of("/dev/full");

  @TempDir private Path parent;
  private SmallFolder folder;

  @BeforeEach
  void createFolder() throws IOException {
    folder = SmallFolder.of(parent.resolve("sweep"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"report.html", "summary.md", "slides.pptx"})
  void namesTheFileThatDoesNotFitOnTheDisk(String name) throws IOException {
    assumeThat(FULL).exists();
    Files.createSymbolicLink(folder.file(name), FULL);

    assertFails(
        Ran.of("report", folder.path()), folder.file(name) + ": cannot be written: no space");
  }

  @Test
  void namesAnAnalysisThatDoesNotFitOnTheDisk() throws IOException {
    assumeThat(FULL).exists();
    Files.createSymbolicLink(folder.file("analysis.json.tmp"), FULL);

    assertFails(
        Ran.of("analyze", folder.path()),
        folder.file("analysis.json").toString(),
        "no space left on device");
  }

  @Test
  void namesTheFileThatIsWhereAFolderMustBe() throws IOException {
    Path file = Files.writeString(parent.resolve("file"), "");

    assertFails(Ran.of("plot", folder.path(), "--output", file), file + ": cannot be written: ");
    assertFails(
        Ran.of("plot", folder.path(), "--output", file.resolve("below")),
        "file",
        ": cannot be written: ");
  }

  @Test
  void namesALinkThatLeadsToNoFolder() throws IOException {
    Path link = Files.createSymbolicLink(parent.resolve("link"), parent.resolve("nowhere"));

    Ran ran = Ran.of("analyze", link);

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains(link + ": a link that leads to no folder").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void refusesAnEmptyPath(String path) {
    for (String command : new String[] {"sweep", "failure", "capacity"}) {
      Ran ran = Ran.of(command, "--outdir", path);

      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.err()).contains("--outdir", "is empty: name a file or folder");
    }
  }

  @Test
  void noticesThatItsOutputIsLost() throws IOException {
    assumeThat(FULL).exists();
    PrintStream before = System.out;
    var errors = new ByteArrayOutputStream();
    try (OutputStream full = Files.newOutputStream(FULL)) {
      WatchedOutput output = new WatchedOutput(full);
      System.setOut(new PrintStream(output, true, UTF_8));
      System.out.println("{}");

      assertThat(output.exitCode(0, new PrintStream(errors, true, UTF_8))).isEqualTo(3);
      assertThat(output.exitCode(1, new PrintStream(errors, true, UTF_8))).isEqualTo(1);
      assertThat(errors.toString(UTF_8))
          .startsWith("tasktracker: standard output cannot be written: No space left on device");
    } finally {
      System.setOut(before);
    }
  }

  @Test
  void writesDigitsOfAsciiInEveryLocale() throws IOException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));

      assertThat(Ran.of("analyze", folder.path()).code()).isZero();
      assertThat(Ran.of("report", folder.path()).code()).isZero();
    } finally {
      Locale.setDefault(before);
    }
    try (Stream<Path> files = Files.list(folder.path())) {
      for (Path file : files.filter(each -> !each.toString().endsWith("pptx")).toList()) {
        assertAsciiDigits(Files.readString(file));
      }
    }
    try (ZipFile slides = new ZipFile(folder.file("slides.pptx").toFile())) {
      for (var entry : slides.stream().filter(each -> each.getName().endsWith("xml")).toList()) {
        assertAsciiDigits(new String(slides.getInputStream(entry).readAllBytes(), UTF_8));
      }
    }
  }

  private static void assertAsciiDigits(String text) {
    assertThat(text.chars().filter(Character::isDigit).filter(c -> c > '9')).isEmpty();
  }

  private static void assertFails(Ran ran, String... parts) {
    assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(3);
    assertThat(ran.err()).contains(parts).hasLineCount(1).doesNotContain("unexpected");
  }
}
