package tasktracker.experiments.evidence;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tasktracker.error.UsageException;
import tasktracker.results.file.FileFailure;

/**
 * An archive of evidence in a folder of its own, which goes with it. Nothing is written that the
 * index does not announce, and no more of it than announced.
 */
final class UnpackedArchive implements AutoCloseable {
  private static final int BLOCK = 1 << 16;

  private final Path folder;
  private final SortedMap<String, Path> files = new TreeMap<>();

  private UnpackedArchive(Path folder) {
    this.folder = folder;
  }

  /**
   * Unpacks an archive.
   *
   * @param parent where its folder is made
   * @throws UsageException in one line, if it is none, or could do harm
   */
  static UnpackedArchive of(Path archive, Path parent) {
    UsageException.unless(Files.isRegularFile(archive), "%s: no such file", archive);
    ZipIndex index = ZipIndex.read(archive);
    try {
      UnpackedArchive unpacked =
          new UnpackedArchive(Files.createTempDirectory(parent, "tasktracker-verify"));
      try {
        unpacked.unpack(archive, index);
      } catch (IOException | RuntimeException e) {
        unpacked.close();
        throw e;
      }
      return unpacked;
    } catch (ZipException | EOFException e) {
      throw new UsageException(archive + ": not a whole ZIP archive: " + e.getMessage(), e);
    } catch (IOException e) {
      throw FileFailure.reading(archive, e);
    }
  }

  /** Where it is. */
  Path folder() {
    return folder;
  }

  /** Its files by name, those that {@code pack} made included. */
  SortedMap<String, Path> files() {
    return files;
  }

  private void unpack(Path archive, ZipIndex index) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipIndex.Entry each : index.entries()) {
        ZipEntry entry = zip.getEntry(each.name());
        UsageException.unless(entry != null, "%s: not a whole ZIP archive", archive);
        Path file = folder.resolve(each.name()).normalize();
        UsageException.unless(
            file.startsWith(folder) && !Files.exists(file) && isFolder(file.getParent()),
            "%s: refused, '%s' is both a file and a folder",
            archive,
            each.name());
        Files.createDirectories(file.getParent());
        try (InputStream in = zip.getInputStream(entry);
            OutputStream out = Files.newOutputStream(file)) {
          UsageException.unless(
              copy(in, out, each.size()) == each.size(),
              "%s: refused, '%s' is not as large as the archive says",
              archive,
              each.name());
        }
        files.put(each.name(), file);
      }
    }
  }

  private boolean isFolder(Path parent) {
    for (Path each = parent; !each.equals(folder); each = each.getParent()) {
      if (Files.exists(each)) {
        return Files.isDirectory(each);
      }
    }
    return true;
  }

  /** At most one byte more than announced. */
  private static long copy(InputStream in, OutputStream out, long announced) throws IOException {
    byte[] block = new byte[BLOCK];
    long copied = 0;
    while (copied <= announced) {
      int read = in.read(block, 0, (int) Math.min(BLOCK, announced + 1 - copied));
      if (read < 0) {
        return copied;
      }
      out.write(block, 0, read);
      copied += read;
    }
    return copied;
  }

  @Override
  public void close() {
    try (Stream<Path> tree = Files.walk(folder)) {
      List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw FileFailure.writing(folder, e);
    }
  }
}
