package tasktracker.experiments.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The files of an archive, to be tampered with. */
final class EditedArchive {
  private final SortedMap<String, byte[]> files = new TreeMap<>();

  EditedArchive(Path archive) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (Enumeration<? extends ZipEntry> each = zip.entries(); each.hasMoreElements(); ) {
        ZipEntry entry = each.nextElement();
        files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
  }

  SortedMap<String, byte[]> files() {
    return files;
  }

  String text(String name) {
    return new String(files.get(name), UTF_8);
  }

  EditedArchive edit(String name, UnaryOperator<String> change) {
    files.put(name, change.apply(text(name)).getBytes(UTF_8));
    return this;
  }

  /** As someone does who knows how packs are made. */
  EditedArchive withNewManifest() {
    StringBuilder lines = new StringBuilder();
    files.forEach((name, content) -> {
      if (!name.equals(HashManifest.FILE)) {
        lines.append(hash(content)).append("  ").append(name).append('\n');
      }
    });
    files.put(HashManifest.FILE, lines.toString().getBytes(UTF_8));
    return this;
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  Path write(Path archive) throws IOException {
    return write(archive, files);
  }

  static Path write(Path archive, Map<String, byte[]> files) throws IOException {
    try (OutputStream out = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(out, UTF_8)) {
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
        zip.closeEntry();
      }
    }
    return archive;
  }

  void unpack(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> each : files.entrySet()) {
      Path file = folder.resolve(each.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, each.getValue());
    }
  }
}
