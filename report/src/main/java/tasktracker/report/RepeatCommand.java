package tasktracker.report;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;

/**
 * The command that repeats an experiment, from the arguments that were recorded of it: a line for a
 * POSIX shell. Its results go to a folder of their own.
 */
public final class RepeatCommand {
  private static final String FOLDER = "--outdir";

  private RepeatCommand() {}

  /** The command; {@code null} where no arguments were recorded. */
  public static String of(List<String> arguments) {
    if (arguments == null || arguments.isEmpty()) {
      return null;
    }
    List<String> words = new ArrayList<>(List.of("./tasktracker"));
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).equals(FOLDER)) {
        i++;
      } else if (!arguments.get(i).startsWith(FOLDER + "=")) {
        words.add(arguments.get(i));
      }
    }
    return words.stream().map(RepeatCommand::quoted).collect(joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[\\w./:,=@%+-]+")
        ? word
        : "'" + VisibleText.line(word).replace("'", "'\\''") + "'";
  }
}
