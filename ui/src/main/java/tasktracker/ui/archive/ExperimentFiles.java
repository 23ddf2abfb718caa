package tasktracker.ui.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tasktracker.ui.refusal.RefusalException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * The files of an experiment that may be looked at: regular ones of known kinds, as they are found
 * by walking through its folder. A path is never put together from what somebody asked for.
 */
public final class ExperimentFiles {
  private static final int DEPTH = 5;
  private static final int MOST = 2_000;
  private static final int LARGEST_JSON = 512 << 10;

  /** Media types by ending. Only a browser that keeps a page apart from all others may show one. */
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("png", "image/png"),
          Map.entry("pptx", "application/octet-stream"),
          Map.entry("md", "text/plain; charset=utf-8"),
          Map.entry("json", "text/plain; charset=utf-8"),
          Map.entry("jsonl", "text/plain; charset=utf-8"),
          Map.entry("csv", "text/plain; charset=utf-8"),
          Map.entry("hlog", "text/plain; charset=utf-8"),
          Map.entry("log", "text/plain; charset=utf-8"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("yaml", "text/plain; charset=utf-8"),
          Map.entry("xml", "text/plain; charset=utf-8"));

  private ExperimentFiles() {}

  /**
   * A file.
   *
   * @param path below the folder, with slashes
   * @param bytes its size
   */
  public record Entry(String path, long bytes) {}

  /**
   * The first files of a folder, sorted by their paths.
   *
   * @param leftOut how many more there are
   */
  public record Listing(List<Entry> entries, int leftOut) {}

  /** Those of a folder. */
  public static Listing of(Path folder) {
    List<Path> files = files(folder);
    return new Listing(
        files.stream()
            .sorted(Comparator.comparing(file -> name(folder, file)))
            .limit(MOST)
            .map(file -> new Entry(name(folder, file), file.toFile().length()))
            .toList(),
        Math.max(0, files.size() - MOST));
  }

  /**
   * One of them.
   *
   * @throws RefusalException when there is no such file
   */
  public static Path find(Path folder, String path) {
    return files(folder).stream()
        .filter(file -> name(folder, file).equals(path))
        .findFirst()
        .orElseThrow(() -> RefusalException.missing("There is no file of this name"));
  }

  /** Leaves out what is gone, or closed to this process, when its turn comes. */
  private static List<Path> files(Path folder) {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          Set.of(),
          DEPTH,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile() && TYPES.containsKey(ending(file))) {
                files.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path below, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** Whether a file is one of its folder: no link to another, and no pipe. */
  public static boolean isOwn(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** The JSON of a small file of a folder; missing where it cannot be read. */
  public static JsonNode json(Path file) {
    try {
      return isOwn(file) && Files.size(file) <= LARGEST_JSON
          ? JsonMapper.shared().readTree(Files.readAllBytes(file))
          : MissingNode.getInstance();
    } catch (IOException | JacksonException e) {
      return MissingNode.getInstance();
    }
  }

  /** Its media type. */
  public static String type(Path file) {
    return TYPES.get(ending(file));
  }

  private static String name(Path folder, Path file) {
    List<String> names = new ArrayList<>();
    folder.relativize(file).forEach(part -> names.add(part.toString()));
    return String.join("/", names);
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
