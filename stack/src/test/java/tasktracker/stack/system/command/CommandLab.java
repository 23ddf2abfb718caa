package tasktracker.stack.system.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tasktracker.stack.Stack;

/** A lab in a process of its own, to be killed: brings up a server that leaves an orphan. */
public final class CommandLab {
  private CommandLab() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    List<String> run = CommandSystems.serverAfter("(sleep 300 &)", folder);
    try (Stack stack = CommandSystems.system(folder, CommandSystems.process("web", run)).up()) {
      System.out.println(stack.instances().getFirst().pid());
      Thread.sleep(Duration.ofMinutes(1));
    }
  }
}
