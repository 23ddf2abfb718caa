package tasktracker.stack.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import tasktracker.error.EnvironmentException;
import tasktracker.results.file.FileFailure;
import tasktracker.stack.DatabaseSpec;

/** The PostgreSQL programs of this platform, unpacked once from their jar. */
final class PostgresBinaries {
  private static final Pattern VERSION = Pattern.compile(".*-([0-9][0-9.]*)\\.jar!.*");

  private final Path folder;

  private PostgresBinaries(Path folder) {
    this.folder = folder;
  }

  /** Unpacks the programs into a folder of their version below this one, unless they are there. */
  static PostgresBinaries unpackedBelow(Path parent) {
    String archive = "postgres-%s-%s.txz".formatted(system(), machine());
    URL resource = PostgresBinaries.class.getResource("/" + archive);
    if (resource == null) {
      throw new EnvironmentException(
          "this build has no PostgreSQL for %s on %s: build it on this machine"
              .formatted(system(), machine()));
    }
    Path folder =
        parent.resolve("postgres-" + VERSION.matcher(resource.toString()).replaceAll("$1"));
    try {
      MadeFolder.in(folder, "programs", target -> unpack(resource, target));
    } catch (IOException e) {
      throw FileFailure.because("cannot unpack PostgreSQL into " + folder, e);
    }
    return new PostgresBinaries(folder);
  }

  /** The folder of this version, for what belongs to it. */
  Path folder() {
    return folder;
  }

  /** The path of a program, such as {@code initdb}. */
  String program(String name) {
    return folder.resolve("programs/bin").resolve(name).toString();
  }

  /** Version of the server, such as {@code 18.6}; empty where it does not start. */
  Optional<String> version() {
    try {
      Process process =
          new ProcessBuilder(program("postgres"), "--version").redirectErrorStream(true).start();
      return DatabaseSpec.version(new String(process.getInputStream().readAllBytes(), UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String system() {
    return System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
  }

  private static String machine() {
    String name = System.getProperty("os.arch");
    return name.equals("aarch64") ? "arm_64" : name.replace("amd64", "x86_64");
  }

  private static void unpack(URL archive, Path target) throws IOException {
    try (InputStream packed = archive.openStream();
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, target);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    Path file = target.resolve(entry.getName()).normalize();
    if (!file.startsWith(target)) {
      throw new IOException("entry outside of the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
    if ((entry.getMode() & 0100) != 0) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
