package tasktracker.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tasktracker.results.file.WritingProcess;

/**
 * A temporary folder of this process for the files of its typeface: AWT reads them for as long as
 * it runs, and would otherwise make copies. The process is in its name, so that the next one can
 * remove what a killed one left.
 */
final class FontFolder {
  private static final Pattern NAME = Pattern.compile("tasktracker-fonts-(\\d{1,18})-.*");

  private final Path folder;

  private FontFolder(Path folder) {
    this.folder = folder;
  }

  static FontFolder create() throws IOException {
    Path folder =
        Files.createTempDirectory("tasktracker-fonts-" + ProcessHandle.current().pid() + "-");
    folder.toFile().deleteOnExit();
    removeOthers(folder.getParent(), Files.getOwner(folder));
    return new FontFolder(folder);
  }

  /** Where a file of that name is, or will be; it goes when this process ends. */
  Path file(String name) {
    Path file = folder.resolve(name);
    file.toFile().deleteOnExit();
    return file;
  }

  /** Puts a font of this package there. */
  Path font(String name) throws IOException {
    Path file = file(name);
    if (!Files.exists(file)) {
      try (InputStream in = FontFolder.class.getResourceAsStream(name)) {
        Files.copy(in, file);
      }
    }
    return file;
  }

  private static void removeOthers(Path parent, UserPrincipal owner) {
    try (Stream<Path> entries = Files.list(parent)) {
      for (Path entry : entries.toList()) {
        if (isLeftover(entry) && owner.equals(Files.getOwner(entry, LinkOption.NOFOLLOW_LINKS))) {
          remove(entry);
        }
      }
    } catch (IOException e) {
      // Only room is lost: the next process tries again.
      return;
    }
  }

  private static boolean isLeftover(Path entry) throws IOException {
    Matcher name = NAME.matcher(entry.getFileName().toString());
    return name.matches()
        && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
        && !WritingProcess.isAlive(Long.parseLong(name.group(1)), entry);
  }

  private static void remove(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files = entries.toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(folder);
  }
}
