package tasktracker.stack.system.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tasktracker.stack.embedded.Signal;

/**
 * A process of a {@link CommandSystem}, as its user describes it. Arguments, values of the
 * environment and templates may hold {@link PortReferences}.
 *
 * @param name its name
 * @param run program and arguments; no shell sees them
 * @param environment variables besides those of the lab and {@code PORT}
 * @param folder where it runs
 * @param templates files by the name under which their text, with placeholders filled in, lies in
 *     the data folder of the instance
 * @param port the port it listens on; a free one where none is given
 * @param health path that answers with a status below 400 once it is ready; empty for one that is
 *     ready when it takes connections
 * @param stopSignal asks it to end in good order
 * @param stopTime how long that may take until it is killed
 * @param startTime how long it may take to be ready
 * @param dependsOn names of the processes that must be ready before it starts
 * @param replicas how many instances of it run
 */
public record CommandProcess(
    String name,
    List<String> run,
    Map<String, String> environment,
    Path folder,
    Map<String, Path> templates,
    OptionalInt port,
    Optional<String> health,
    Signal stopSignal,
    Duration stopTime,
    Duration startTime,
    List<String> dependsOn,
    int replicas) {

  /** Copies the collections. */
  public CommandProcess {
    run = List.copyOf(run);
    environment = Map.copyOf(environment);
    templates = new LinkedHashMap<>(templates);
    dependsOn = List.copyOf(dependsOn);
  }

  /**
   * The words of a command line as a POSIX shell would split it, without running one.
   *
   * @throws IllegalArgumentException saying what cannot be split, or only a shell could do
   */
  public static List<String> words(String line) {
    return ShellWords.split(line);
  }
}
