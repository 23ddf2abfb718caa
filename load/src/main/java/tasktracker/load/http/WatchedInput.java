package tasktracker.load.http;

import java.io.IOException;
import java.io.InputStream;

/** Remembers whether the server has closed its side of the connection. */
final class WatchedInput extends InputStream {
  private final InputStream in;
  private boolean ended;

  WatchedInput(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    int next = in.read();
    ended = next < 0;
    return next;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = in.read(bytes, offset, length);
    ended = count < 0;
    return count;
  }

  boolean hasEnded() {
    return ended;
  }
}
