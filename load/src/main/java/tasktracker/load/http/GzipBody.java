package tasktracker.load.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/** A body that comes compressed. */
final class GzipBody {
  private GzipBody() {}

  /**
   * Decompresses a body to its end. One without a single byte is taken as empty: many servers send
   * it where there is nothing to compress.
   *
   * @throws java.util.zip.ZipException when it is not in the format
   * @throws java.io.EOFException when it ends too early
   */
  static void read(InputStream content, ReceivedResponse into) throws IOException {
    PushbackInputStream compressed = new PushbackInputStream(content);
    int first = compressed.read();
    if (first < 0) {
      return;
    }
    compressed.unread(first);
    // Closing it gives back the memory of zlib, which the heap knows nothing of.
    try (GZIPInputStream plain = new GZIPInputStream(new KeptOpen(compressed))) {
      into.readBody(plain);
    }
    content.transferTo(OutputStream.nullOutputStream());
  }

  /** Closing the stream of HttpCore would read the rest of a body that is not wanted any more. */
  private static final class KeptOpen extends FilterInputStream {
    KeptOpen(InputStream in) {
      super(in);
    }

    /** Whether another part follows is seen by reading on, whatever has come so far. */
    @Override
    public int available() {
      return 1;
    }

    @Override
    public void close() {}
  }
}
