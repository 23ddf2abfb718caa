package tasktracker.results;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * Writes that have reached the disk when they return. An interrupted thread writes like any other:
 * a channel would be closed by the interruption that ends an experiment early, and its last results
 * would be lost.
 */
final class Disk {
  private Disk() {}

  /** Writes at the place where the file is. */
  static void write(RandomAccessFile file, byte[] bytes) throws IOException {
    file.write(bytes);
    file.getFD().sync();
  }

  /** Writes a whole file. */
  static void write(Path file, byte[] bytes) throws IOException {
    try (var whole = new FileOutputStream(file.toFile())) {
      whole.write(bytes);
      whole.getFD().sync();
    }
  }
}
