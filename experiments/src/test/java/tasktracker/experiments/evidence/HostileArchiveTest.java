package tasktracker.experiments.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tasktracker.error.UsageException;

/** Archives that would do harm are refused in one line, and nothing of them stays. */
class HostileArchiveTest {
  private static final byte[] CONTENT = "{}".getBytes(UTF_8);

  @TempDir private Path parent;
  @TempDir private Path unpacked;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../outside",
        "a/../../outside",
        "/etc/outside",
        "a//b",
        "./a",
        "a\\..\\b",
        "C:/outside",
        "a/.",
        "line\nend"
      })
  void refusesNamesThatLeadOutOfTheFolder(String name) throws IOException {
    assertRefused(
        EditedArchive.write(archive(), Map.of(name, CONTENT)), "names stay in the folder");
    assertThat(parent.resolve("outside")).doesNotExist();
  }

  @Test
  void refusesANameThatIsThereTwice() throws IOException {
    Path archive = EditedArchive.write(archive(), Map.of("aa.json", CONTENT, "ab.json", CONTENT));
    String bytes =
        new String(Files.readAllBytes(archive), ISO_8859_1).replace("ab.json", "aa.json");
    Files.write(archive, bytes.getBytes(ISO_8859_1));

    assertRefused(archive, "holds 'aa.json' twice");
  }

  @Test
  void refusesNamesThatSomeSystemsCannotTellApart() throws IOException {
    assertRefused(
        EditedArchive.write(archive(), Map.of("a.json", CONTENT, "A.json", CONTENT)), "twice");
  }

  @Test
  void refusesAFileThatIsAFolderToo() throws IOException {
    assertRefused(
        EditedArchive.write(archive(), Map.of("a", CONTENT, "a/b", CONTENT)),
        "both a file and a folder");
  }

  @Test
  void refusesALink() throws IOException {
    assertRefused(patched(index -> index.putInt(38, 0xA1FF0000)), "is a link");
  }

  @Test
  void refusesADevice() throws IOException {
    assertRefused(patched(index -> index.putInt(38, 0x21FF0000)), "is no regular file");
  }

  @Test
  void refusesWhatUnpacksToMoreThanItMay() throws IOException {
    assertRefused(patched(index -> index.putInt(24, 0xF0000000)), "larger than 2048 MiB together");
  }

  @Test
  void refusesAFileThatIsLargerThanTheIndexSays() throws IOException {
    Path archive = EditedArchive.write(archive(), Map.of("a.json", new byte[10_000_000]));
    patch(archive, index -> index.putInt(24, 10));

    assertThatThrownBy(() -> EvidenceCheck.of(archive, unpacked))
        .isInstanceOf(UsageException.class)
        .satisfies(HostileArchiveTest::isOneLine);
    assertNothingStays();
  }

  @Test
  void refusesMoreEntriesThanAPackHolds() throws IOException {
    assertRefused(
        ending(end -> end.putShort(10, (short) 60_000).putShort(8, (short) 60_000)),
        "more than 20000 entries");
  }

  @Test
  void refusesAnIndexThatWouldNotFitIntoMemory() throws IOException {
    assertRefused(ending(end -> end.putInt(12, 0x7FFFFFF0)), "more than 20000 entries");
  }

  @Test
  void refusesWhatIsNoArchive() throws IOException {
    assertRefused(Files.write(archive(), CONTENT), "not a ZIP archive");
    assertRefused(Files.write(archive(), new byte[0]), "not a ZIP archive");
    assertRefused(parent.resolve("nowhere.zip"), "no such file");
  }

  @Test
  void refusesAnArchiveThatWasCutOff() throws IOException {
    Path whole = EditedArchive.write(archive(), Map.of("a.json", CONTENT));
    byte[] bytes = Files.readAllBytes(whole);
    for (int length = 0; length < bytes.length; length++) {
      Path part = parent.resolve("part.zip");
      Files.write(part, Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> EvidenceCheck.of(part, unpacked)).isInstanceOf(UsageException.class);
    }
  }

  private Path archive() {
    return parent.resolve("hostile.zip");
  }

  private Path patched(Consumer<ByteBuffer> change) throws IOException {
    Path archive = EditedArchive.write(archive(), Map.of("a.json", CONTENT));
    patch(archive, change);
    return archive;
  }

  /** Changes the first header of the index. */
  private static void patch(Path archive, Consumer<ByteBuffer> change) throws IOException {
    byte[] content = Files.readAllBytes(archive);
    ByteBuffer bytes = littleEndian(content);
    change.accept(from(bytes, bytes.getInt(bytes.capacity() - 22 + 16)));
    Files.write(archive, content);
  }

  private Path ending(Consumer<ByteBuffer> change) throws IOException {
    Path archive = EditedArchive.write(archive(), Map.of("a.json", CONTENT));
    byte[] content = Files.readAllBytes(archive);
    change.accept(from(littleEndian(content), content.length - 22));
    Files.write(archive, content);
    return archive;
  }

  private static ByteBuffer littleEndian(byte... content) {
    return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ByteBuffer from(ByteBuffer bytes, int offset) {
    return bytes.slice(offset, bytes.capacity() - offset).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void assertRefused(Path archive, String reason) throws IOException {
    assertThatThrownBy(() -> EvidenceCheck.of(archive, unpacked))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(archive + ": ")
        .hasMessageContaining(reason)
        .satisfies(HostileArchiveTest::isOneLine);
    assertNothingStays();
  }

  private static void isOneLine(Throwable refused) {
    assertThat(refused.getMessage()).doesNotContain("\n");
  }

  private void assertNothingStays() throws IOException {
    assertThat(unpacked).isEmptyDirectory();
  }
}
