package tasktracker.experiments.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tasktracker.error.UsageException;
import tasktracker.results.file.FileFailure;

/**
 * The index at the end of a ZIP archive, read within bounds before anything is unpacked: JDK's own
 * reader takes as much memory as the archive asks for, and does not tell links from files. After
 * PKWARE's APPNOTE 6.3.10, sections 4.3.12 and 4.3.16.
 *
 * @param entries in the order of the index
 */
record ZipIndex(List<Entry> entries) {
  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int HEADER = 0x02014b50;
  private static final int HEADER_LENGTH = 46;
  private static final int LARGEST_INDEX = 16 << 20;
  private static final int ENCRYPTED = 1;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int KIND_OF_FILE = 0xF000;
  private static final int REGULAR = 0x8000;
  private static final int LINK = 0xA000;

  /**
   * A file.
   *
   * @param name with slashes
   * @param size unpacked, as the index says
   */
  record Entry(String name, long size) {}

  /**
   * Reads the index.
   *
   * @throws UsageException in one line, if the archive is none, or could do harm
   */
  static ZipIndex read(Path archive) {
    try (FileChannel channel = FileChannel.open(archive)) {
      return new ZipIndex(entries(archive, channel));
    } catch (IOException e) {
      throw FileFailure.reading(archive, e);
    }
  }

  private static List<Entry> entries(Path archive, FileChannel channel) throws IOException {
    long length = channel.size();
    UsageException.unless(
        length <= PackLimits.PACKED,
        "%s: refused, larger than %d MiB",
        archive,
        PackLimits.PACKED >> 20);
    ByteBuffer end = end(archive, channel, length);
    int count = Short.toUnsignedInt(end.getShort(end.position() + 10));
    long size = Integer.toUnsignedLong(end.getInt(end.position() + 12));
    long offset = Integer.toUnsignedLong(end.getInt(end.position() + 16));
    UsageException.unless(
        count <= PackLimits.FILES && size <= LARGEST_INDEX,
        "%s: refused, more than %d entries",
        archive,
        PackLimits.FILES);
    UsageException.unless(offset + size <= length, "%s: not a whole ZIP archive", archive);
    ByteBuffer index = part(channel, offset, (int) size);
    List<Entry> entries = new ArrayList<>();
    Set<String> names = new HashSet<>();
    long bytes = 0;
    while (index.remaining() >= HEADER_LENGTH && index.getInt(index.position()) == HEADER) {
      Entry entry = entry(archive, index);
      UsageException.unless(
          names.add(PackLimits.folded(entry.name())),
          "%s: refused, it holds '%s' twice",
          archive,
          entry.name());
      bytes += entry.size();
      UsageException.unless(
          bytes <= PackLimits.BYTES && entries.size() < PackLimits.FILES,
          "%s: refused, its files are larger than %d MiB together, or more than %d",
          archive,
          PackLimits.BYTES >> 20,
          PackLimits.FILES);
      entries.add(entry);
    }
    UsageException.unless(
        entries.size() == count && !index.hasRemaining(), "%s: not a whole ZIP archive", archive);
    return entries;
  }

  private static ByteBuffer end(Path archive, FileChannel channel, long length) throws IOException {
    int tail = (int) Math.min(length, END_LENGTH + LONGEST_COMMENT);
    ByteBuffer end = part(channel, length - tail, tail);
    for (int place = tail - END_LENGTH; place >= 0; place--) {
      boolean whole =
          end.getInt(place) == END
              && Short.toUnsignedInt(end.getShort(place + 20)) == tail - END_LENGTH - place;
      if (whole) {
        return end.position(place);
      }
    }
    throw new UsageException(archive + ": not a ZIP archive");
  }

  private static ByteBuffer part(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer part = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (part.hasRemaining() && channel.read(part, from + part.position()) > 0) {
      // The next part follows.
    }
    return part.flip();
  }

  private static Entry entry(Path archive, ByteBuffer index) throws IOException {
    int at = index.position();
    int flags = Short.toUnsignedInt(index.getShort(at + 8));
    int method = Short.toUnsignedInt(index.getShort(at + 10));
    long size = Integer.toUnsignedLong(index.getInt(at + 24));
    int nameLength = Short.toUnsignedInt(index.getShort(at + 28));
    int rest =
        Short.toUnsignedInt(index.getShort(at + 30)) + Short.toUnsignedInt(index.getShort(at + 32));
    int kind = index.getInt(at + 38) >>> 16 & KIND_OF_FILE;
    UsageException.unless(
        index.remaining() >= HEADER_LENGTH + nameLength + rest,
        "%s: not a whole ZIP archive",
        archive);
    String name = name(archive, index.slice(at + HEADER_LENGTH, nameLength));
    PackLimits.checkName(archive, name);
    UsageException.unless(kind != LINK, "%s: refused, '%s' is a link", archive, name);
    UsageException.unless(
        kind == 0 || kind == REGULAR, "%s: refused, '%s' is no regular file", archive, name);
    UsageException.unless(
        (flags & ENCRYPTED) == 0 && (method == STORED || method == DEFLATED),
        "%s: refused, '%s' is encrypted, or compressed in another way than packs are",
        archive,
        name);
    index.position(at + HEADER_LENGTH + nameLength + rest);
    return new Entry(name, size);
  }

  private static String name(Path archive, ByteBuffer bytes) {
    try {
      return UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new UsageException(archive + ": refused, the name of an entry is not UTF-8", e);
    }
  }
}
