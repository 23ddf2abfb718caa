package tasktracker.stack.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tasktracker.stack.Instance;

/**
 * Ends what runs for a stack's folder, listed there or not, and removes its databases. The folder
 * must be locked.
 */
final class Leftovers {
  private Leftovers() {}

  /** Returns whether anything was listed. */
  static boolean remove(Path folder) {
    StackState state = new StackState(folder);
    Optional<StackState.Content> content = state.read();
    Termination.of(
        content.map(StackState.Content::processes).orElse(List.of()).stream()
            .flatMap(process -> target(process).stream())
            .toList());
    end(StackMark.below(folder));
    FileTree.delete(ProcessStack.dataFolder(folder));
    state.delete();
    return content.isPresent();
  }

  /**
   * Removes all that labs which have died left behind in a checkout, of every architecture. What a
   * living lab has, and what was started to stay, is left alone.
   */
  static void ofDeadLabs(Installation installation) {
    installation.stacks().forEach(Leftovers::removeIfDead);
    end(
        StackMark.below(installation.state()).stream()
            .filter(marked -> !marked.mark().owner().alive() && !isListed(marked))
            .toList());
  }

  /** Ends what carries a mark, such as children that have outlived what was listed. */
  static void end(StackMark mark) {
    end(
        StackMark.below(mark.folder()).stream()
            .filter(marked -> marked.mark().equals(mark))
            .toList());
  }

  private static void end(List<StackMark.Marked> marked) {
    Termination.of(marked.stream().flatMap(each -> target(each).stream()).toList());
  }

  private static Optional<Termination.Target> target(StackProcess process) {
    Stopping stopping = Stopping.of(process.instance().kind());
    return process.handle().map(handle -> new Termination.Target(handle, stopping));
  }

  /** PostgreSQL is to stop as PostgreSQL does; all others as services. */
  private static Optional<Termination.Target> target(StackMark.Marked marked) {
    return ProcessHandle.of(marked.pid())
        .map(process -> new Termination.Target(process, Stopping.of(kind(process))));
  }

  private static Instance.Kind kind(ProcessHandle process) {
    return process.info().command().filter(command -> command.endsWith("/postgres")).isPresent()
        ? Instance.Kind.DATABASE
        : Instance.Kind.SERVICE;
  }

  private static void removeIfDead(Path folder) {
    try (FileChannel channel = StackFolder.lockFile(folder);
        FileLock lock = channel.tryLock()) {
      if (lock != null && isDead(folder)) {
        remove(folder);
      }
    } catch (OverlappingFileLockException | IOException e) {
      // Somebody is at work there.
      return;
    }
  }

  private static boolean isDead(Path folder) {
    Optional<StackState.Content> content = new StackState(folder).read();
    return content.isEmpty()
        ? Files.exists(ProcessStack.dataFolder(folder))
        : content.get().owner().map(owner -> !owner.alive()).orElse(false);
  }

  /** Whether the process, or one that it descends from, is on the list of its stack. */
  private static boolean isListed(StackMark.Marked marked) {
    List<Long> listed =
        new StackState(marked.mark().folder())
            .read().map(StackState.Content::processes).orElse(List.of()).stream()
                .map(process -> process.instance().pid())
                .toList();
    return Stream.iterate(
            ProcessHandle.of(marked.pid()), Optional::isPresent, each -> each.get().parent())
        .anyMatch(each -> listed.contains(each.get().pid()));
  }
}
