package tasktracker.stack.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Folders that are made once and then used by all labs of a checkout: each is made under another
 * name and moved as a whole. Labs take turns, so that what is half made when it is somebody's turn
 * was left by one that died.
 */
final class MadeFolder {
  private static final String HALF = ".half";

  private MadeFolder() {}

  @FunctionalInterface
  interface Maker {
    void make(Path target) throws IOException;
  }

  /** The folder of that name, made if it is not there. */
  static Path in(Path parent, String name, Maker maker) throws IOException {
    Path folder = parent.resolve(name);
    if (Files.exists(folder)) {
      return folder;
    }
    synchronized (MadeFolder.class) {
      try (FileChannel channel = StackFolder.lockFile(parent);
          FileLock _ = channel.lock()) {
        if (!Files.exists(folder)) {
          Path half = parent.resolve(name + HALF);
          FileTree.delete(half);
          Files.createDirectory(half);
          maker.make(half);
          Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return folder;
      }
    }
  }

  /** Removes what labs that died have left half made. */
  static void removeHalves(Path parent) {
    if (halves(parent).isEmpty()) {
      return;
    }
    synchronized (MadeFolder.class) {
      try (FileChannel channel = StackFolder.lockFile(parent);
          FileLock lock = channel.tryLock()) {
        if (lock != null) {
          halves(parent).forEach(FileTree::delete);
        }
      } catch (IOException e) {
        // Only room is lost: the next start tries again.
        return;
      }
    }
  }

  private static List<Path> halves(Path parent) {
    try (Stream<Path> entries = Files.list(parent)) {
      return entries
          // The other names are those of earlier versions.
          .filter(entry ->
              entry
                  .getFileName()
                  .toString()
                  .matches(".*\\" + HALF + "|(initialising|unpacking)\\d+"))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
