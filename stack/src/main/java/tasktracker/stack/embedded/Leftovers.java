package tasktracker.stack.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    Map<Long, Instance> processes = new LinkedHashMap<>();
    content.map(StackState.Content::processes).orElse(List.of()).stream()
        .filter(process -> process.handle().isPresent())
        .forEach(process -> processes.put(process.instance().pid(), process.instance()));
    StackMark.below(folder)
        .forEach(marked -> processes.putIfAbsent(marked.pid(), instance(marked.pid())));
    Termination.of(processes.values().stream().map(Termination.Target::of).toList());
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
    List<Instance> unlisted = new ArrayList<>();
    for (StackMark.Marked marked : StackMark.below(installation.state())) {
      if (!marked.mark().owner().alive() && !isListed(marked)) {
        unlisted.add(instance(marked.pid()));
      }
    }
    Termination.of(unlisted.stream().map(Termination.Target::of).toList());
  }

  private static void removeIfDead(Path folder) {
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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

  /** PostgreSQL is to stop as PostgreSQL does; all others as services. */
  private static Instance instance(long pid) {
    boolean database =
        ProcessHandle.of(pid)
            .flatMap(process -> process.info().command())
            .map(command -> command.endsWith("/postgres"))
            .orElse(false);
    return new Instance(
        "unlisted", "unlisted", database ? Instance.Kind.DATABASE : Instance.Kind.SERVICE, 0, pid);
  }
}
