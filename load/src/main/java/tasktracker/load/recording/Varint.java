package tasktracker.load.recording;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Numbers of no fixed length: seven bits a byte, the lowest first (LEB128, unsigned). */
final class Varint {
  private static final int BITS = 7;
  private static final int MORE = 0x80;

  private Varint() {}

  static void write(long value, DataOutput out) throws IOException {
    long rest = value;
    while ((rest & -MORE) != 0) {
      out.writeByte((int) (rest & (MORE - 1)) | MORE);
      rest >>>= BITS;
    }
    out.writeByte((int) rest);
  }

  static long read(DataInput in) throws IOException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += BITS) {
      byte next = in.readByte();
      value |= (long) (next & (MORE - 1)) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IOException("a number is too long");
  }
}
