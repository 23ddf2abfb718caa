package tasktracker.load.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads whole files of text that people name: scenarios, their data, bodies of requests. */
public final class InputText {
  private static final int MOST_BYTES = 64 * 1024 * 1024;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private InputText() {}

  /**
   * Reads a file in UTF-8, without the byte order mark that it may begin with.
   *
   * @throws IOException with one line that names the file and what is wrong: it does not exist, is
   *     no regular file, is larger than 64 MiB, cannot be read, or is not UTF-8, with the line
   */
  public static String read(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new IOException(file + " does not exist");
    }
    // A pipe may never end, and nobody can read it twice.
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + " must be a regular file");
    }
    byte[] bytes = bytes(file);
    if (bytes.length > MOST_BYTES) {
      throw new IOException(file + " must not be larger than 64 MiB");
    }
    String text = decode(file, bytes);
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MOST_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw new IOException(file + " does not exist", e);
    } catch (IOException e) {
      throw new IOException(file + " cannot be read: " + e, e);
    }
  }

  private static String decode(Path file, byte[] bytes) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(in).toString();
    } catch (CharacterCodingException e) {
      throw new IOException("%s is not UTF-8 in line %s".formatted(file, line(bytes, in)), e);
    }
  }

  /** The decoder stops before the first byte that it cannot take. */
  private static int line(byte[] bytes, ByteBuffer stopped) {
    int line = 1;
    for (int i = 0; i < stopped.position(); i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    return line;
  }
}
