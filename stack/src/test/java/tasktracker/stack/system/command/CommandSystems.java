package tasktracker.stack.system.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tasktracker.stack.StackOptions;
import tasktracker.stack.embedded.Installation;
import tasktracker.stack.embedded.Signal;

/** Systems made of the file server that comes with the JDK, and of shells around it. */
final class CommandSystems {
  private static final String SERVER =
      Path.of(System.getProperty("java.home"), "bin", "jwebserver").toString();

  private CommandSystems() {}

  /** The command of a file server. */
  static List<String> server(Path folder) {
    return List.of(SERVER, "-b", "127.0.0.1", "-p", "{port}", "-d", folder.toString());
  }

  /** The same after a line of shell. */
  static List<String> serverAfter(String script, Path folder) {
    return List.of("sh", "-c", script + "; exec " + String.join(" ", server(folder)));
  }

  static CommandProcess process(
      String name, List<String> run, Map<String, String> environment, List<String> dependsOn) {
    return new CommandProcess(
        name,
        run,
        environment,
        Path.of("").toAbsolutePath(),
        Map.of(),
        OptionalInt.empty(),
        Optional.of("/"),
        Signal.TERM,
        Duration.ofSeconds(3),
        Duration.ofSeconds(20),
        dependsOn,
        1);
  }

  static CommandProcess process(String name, List<String> run, String... dependsOn) {
    return process(name, run, Map.of(), List.of(dependsOn));
  }

  /** One that does nothing. */
  static CommandProcess process(String name, OptionalInt port, int replicas) {
    return new CommandProcess(
        name,
        List.of("true"),
        Map.of(),
        Path.of("").toAbsolutePath(),
        Map.of(),
        port,
        Optional.empty(),
        Signal.TERM,
        Duration.ofSeconds(3),
        Duration.ofSeconds(20),
        List.of(),
        replicas);
  }

  static CommandSystem system(Path folder, CommandProcess... processes) {
    return new CommandSystem(
        new CommandDescription("files", processes[0].name(), List.of(processes)),
        StackOptions.DEFAULTS,
        new Installation(folder.resolve("jars"), folder.resolve("state")));
  }
}
