package tasktracker.results;

import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * Writes that have reached the disk when they return. An interrupted thread writes like any other:
 * a channel would be closed by the interruption that ends an experiment early, and its last results
 * would be lost.
 */
final class Disk {
  private Disk() {}

  static void write(RandomAccessFile file, byte[] bytes) throws IOException {
    file.write(bytes);
    file.getFD().sync();
  }
}
