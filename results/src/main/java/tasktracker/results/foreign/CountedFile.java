package tasktracker.results.foreign;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import tasktracker.error.UsageException;
import tasktracker.results.file.FileFailure;
import tasktracker.results.file.TextFile;

/** A file that is read from begin to end, unpacked where gzip packed it. Not thread-safe. */
final class CountedFile {
  private static final int AHEAD = 1 << 16;
  private static final byte[] GZIP = {0x1f, (byte) 0x8b};
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private final long size;
  private final Counting counting;
  private final InputStream stream;

  private CountedFile(long size, Counting counting, InputStream stream) {
    this.size = size;
    this.counting = counting;
    this.stream = stream;
  }

  /** Counts what is taken from the disk. */
  private static final class Counting extends FilterInputStream {
    private long bytes;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      bytes += next < 0 ? 0 : 1;
      return next;
    }

    @Override
    public int read(byte[] into, int offset, int most) throws IOException {
      int read = super.read(into, offset, most);
      bytes += Math.max(0, read);
      return read;
    }
  }

  /**
   * Opens it.
   *
   * @throws tasktracker.error.LabException if it cannot be read
   */
  static CountedFile open(Path file) {
    Counting counting = new Counting(TextFile.bytes(file));
    try {
      InputStream in = new BufferedInputStream(counting, AHEAD);
      in.mark(ZIP.length);
      byte[] begin = in.readNBytes(ZIP.length);
      in.reset();
      if (Arrays.equals(begin, ZIP)) {
        throw new UsageException("%s: is a zip archive: unpack it first".formatted(file));
      }
      boolean packed = begin.length >= 2 && Arrays.equals(begin, 0, 2, GZIP, 0, 2);
      return new CountedFile(
          Files.size(file), counting, packed ? new GZIPInputStream(in, AHEAD) : in);
    } catch (ZipException | EOFException e) {
      throw new UsageException("%s: the gzip file is damaged or cut off".formatted(file), e);
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
  }

  InputStream stream() {
    return stream;
  }

  /** Bytes on the disk. */
  long size() {
    return size;
  }

  /** Bytes that have been taken from the disk. */
  long bytes() {
    return counting.bytes;
  }
}
