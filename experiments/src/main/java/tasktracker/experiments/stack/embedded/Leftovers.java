package tasktracker.experiments.stack.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Ends what the list of processes in a stack's folder names, and removes its databases. */
final class Leftovers {
  private Leftovers() {}

  /** Returns whether anything was listed. */
  static boolean remove(Path folder) {
    StackState state = new StackState(folder);
    Optional<StackState.Content> content = state.read();
    List<StackProcess> processes =
        content.map(StackState.Content::processes).orElse(List.of()).stream()
            .filter(process -> process.handle().isPresent())
            .toList();
    new Termination(Termination.GRACE).of(processes.stream().map(StackProcess::instance).toList());
    FileTree.delete(EmbeddedStack.dataFolder(folder));
    state.delete();
    return content.isPresent();
  }
}
