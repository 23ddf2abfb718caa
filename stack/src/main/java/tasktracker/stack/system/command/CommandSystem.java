package tasktracker.stack.system.command;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tasktracker.stack.Ports;
import tasktracker.stack.Stack;
import tasktracker.stack.StackOptions;
import tasktracker.stack.embedded.Installation;
import tasktracker.stack.embedded.StackFolder;
import tasktracker.stack.system.MeasuredSystem;

/**
 * A system of processes that a user describes. They run as those of the lab do: in sessions of
 * their own, on the processors of the stack, ended with the lab however it ends.
 */
public final class CommandSystem implements MeasuredSystem {
  private static final String FOLDER = "command_";

  private final CommandDescription description;
  private final StackOptions options;
  private final StackFolder folder;

  /** A system of a checkout, which is not up. */
  public CommandSystem(
      CommandDescription description, StackOptions options, Installation installation) {
    this.description = description;
    this.options = options;
    this.folder = new StackFolder(installation, FOLDER + description.name());
  }

  @Override
  public String name() {
    return description.name();
  }

  @Override
  public String description() {
    int count = description.instances();
    return "%d process%s: %s"
        .formatted(
            count,
            count == 1 ? "" : "es",
            description.processes().stream()
                .map(process ->
                    process.replicas() == 1
                        ? process.name()
                        : "%d %s".formatted(process.replicas(), process.name()))
                .collect(Collectors.joining(", ")));
  }

  @Override
  public void requireReady() {
    CommandStack.requirePrograms(description);
    description.requireTemplates();
    folder.locked(() -> {
      requireRoom();
      return true;
    });
  }

  private void requireRoom() {
    folder.requireRoom(name(), "end it first");
    for (CommandProcess process : description.processes()) {
      process.port().ifPresent(port -> Ports.requireFree(process.name(), port));
    }
  }

  @Override
  public Stack up() {
    return folder.locked(() -> {
      requireRoom();
      Set<Integer> fixed =
          description.processes().stream()
              .flatMap(process -> process.port().stream().boxed())
              .collect(Collectors.toSet());
      List<Integer> free = Ports.free(description.instances(), fixed);
      Iterator<Integer> next = free.iterator();
      Map<String, List<Integer>> ports = CommandStack.place(description, next);
      CommandStack stack = new CommandStack(description, options, ports, folder.path());
      stack.start();
      return stack;
    });
  }
}
