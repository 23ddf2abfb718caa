package tasktracker.results.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import tasktracker.error.LabException;
import tasktracker.error.UsageException;

/**
 * The one place that opens files of users and of experiments for reading. It takes regular files
 * alone, because pipes and devices may never end, bounds what it reads, and takes UTF-8 alone.
 */
public final class TextFile {
  /** Bytes of the largest file that is read as a whole. */
  public static final int LARGEST = 256 * 1024 * 1024;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private TextFile() {}

  /** Whether there is anything of this name, be it a link that leads nowhere. */
  public static boolean isThere(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Reads the whole text, without a byte order mark.
   *
   * @throws LabException with the file and the reason: it cannot be read, is no regular file, not
   *     UTF-8 or larger than {@link #LARGEST}
   */
  public static String read(Path file) {
    try (InputStream in = open(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      UsageException.unless(
          bytes.length <= LARGEST, "%s: larger than %d MiB", file, LARGEST / 1024 / 1024);
      return text(bytes, file);
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
  }

  /**
   * Opens a file that is read line by line.
   *
   * @throws LabException if it cannot be read or is no regular file
   */
  public static Lines lines(Path file) {
    try {
      return new Lines(file, open(file));
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
  }

  /**
   * Opens a file of any size and content, for the one who reads and closes it.
   *
   * @throws LabException if it cannot be read or is no regular file
   */
  public static InputStream bytes(Path file) {
    try {
      return open(file);
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
  }

  private static InputStream open(Path file) throws IOException {
    var attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (!attributes.isRegularFile()) {
      throw new UsageException(
          "%s: must be a regular file, this is a %s"
              .formatted(file, attributes.isDirectory() ? "folder" : "pipe or a device"));
    }
    return Files.newInputStream(file);
  }

  private static String text(byte[] bytes, Path file) {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    try {
      String text = UTF_8.newDecoder().decode(rest).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      int line = 1;
      for (int i = 0; i < rest.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw new UsageException("%s, line %d: not UTF-8".formatted(file, line), e);
    }
  }
}
