package tasktracker.results;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Writes that have reached the disk when they return. */
final class Disk {
  private Disk() {}

  static void write(FileChannel channel, byte[] bytes) throws IOException {
    for (var buffer = ByteBuffer.wrap(bytes); buffer.hasRemaining(); ) {
      channel.write(buffer);
    }
    channel.force(true);
  }
}
