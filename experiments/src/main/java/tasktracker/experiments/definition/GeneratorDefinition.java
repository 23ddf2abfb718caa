package tasktracker.experiments.definition;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tasktracker.error.EnvironmentException;
import tasktracker.results.foreign.ForeignFormat;
import tasktracker.stack.embedded.CommandPrefix;

/**
 * Another load generator, which takes the place of the lab's own.
 *
 * @param command program and arguments with placeholders; no shell sees them
 * @param format of the files that it writes
 * @param folder where it runs
 * @param environment variables besides those of the lab
 * @param grace how long it may go on when its load should be over
 */
public record GeneratorDefinition(
    List<String> command,
    ForeignFormat format,
    Path folder,
    Map<String, String> environment,
    Duration grace) {

  /** Where it is to write what it measures. */
  public static final String OUT = "out";

  /** What may stand in braces in its command. */
  public static final List<String> PLACEHOLDERS =
      List.of(
          OUT,
          "url",
          "host",
          "port",
          "users",
          "duration",
          "duration_s",
          "warmup",
          "warmup_s",
          "seed");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException when a placeholder is unknown, or {@code {out}} is missing
   */
  public GeneratorDefinition {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    boolean tellsWhere = false;
    for (String word : command) {
      Matcher used = PLACEHOLDER.matcher(word);
      while (used.find()) {
        if (!PLACEHOLDERS.contains(used.group(1))) {
          throw new IllegalArgumentException(
              "unknown placeholder {%s}%s"
                  .formatted(
                      used.group(1),
                      Spelling.nearest(used.group(1), PLACEHOLDERS).isPresent()
                          ? Spelling.question(used.group(1), PLACEHOLDERS)
                          : ", use " + PLACEHOLDERS));
        }
        tellsWhere |= used.group(1).equals(OUT);
      }
    }
    if (!tellsWhere) {
      throw new IllegalArgumentException(
          "must say with {out} where the generator writes what it measures");
    }
  }

  /** The command with these values in the places of the placeholders. */
  public List<String> filled(Map<String, String> values) {
    return command.stream()
        .map(word ->
            PLACEHOLDER
                .matcher(word)
                .replaceAll(place -> Matcher.quoteReplacement(values.get(place.group(1)))))
        .toList();
  }

  /** The command as it was written, for people. */
  public String shown() {
    return String.join(" ", command);
  }

  /**
   * Checks that its program can be started.
   *
   * @throws EnvironmentException when it is not there
   */
  public void requireProgram() {
    String program = command.getFirst();
    boolean there =
        program.contains("/")
            ? Files.isExecutable(folder.resolve(program))
            : CommandPrefix.onPath(program);
    if (!there) {
      throw new EnvironmentException(
          "load.command: there is no program %s%s"
              .formatted(program, program.contains("/") ? "" : " on the PATH"));
    }
  }
}
