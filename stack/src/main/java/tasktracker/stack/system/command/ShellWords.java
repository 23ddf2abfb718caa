package tasktracker.stack.system.command;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a line into words as a POSIX shell does, with its quotes and backslashes, and no more: no
 * shell runs, so that what only a shell could do is a mistake and not passed on as text.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html">Shell
 *     Command Language, 2.2 Quoting</a>
 */
final class ShellWords {
  private static final String OPERATORS = "|&;<>()";
  private static final String EXPANSIONS = "$`";
  private static final String ESCAPED_IN_QUOTES = "$`\"\\";

  private final String line;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private int at;

  private ShellWords(String line) {
    this.line = line;
  }

  /**
   * The words of a line.
   *
   * @throws IllegalArgumentException for a quote without its end, and for what only a shell could
   *     do
   */
  static List<String> split(String line) {
    return new ShellWords(line).words();
  }

  private List<String> words() {
    while (at < line.length()) {
      char next = line.charAt(at++);
      if (Character.isWhitespace(next)) {
        endWord();
      } else if (next == '\\' && at < line.length() && line.charAt(at) == '\n') {
        // It goes on in the next line, as if there were no end of this one.
        at++;
      } else {
        inWord = true;
        take(next);
      }
    }
    endWord();
    return List.copyOf(words);
  }

  private void endWord() {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
      inWord = false;
    }
  }

  private void take(char next) {
    if (next == '\'') {
      int end = line.indexOf('\'', at);
      require(end >= 0, "a ' has no end");
      word.append(line, at, end);
      at = end + 1;
    } else if (next == '"') {
      takeQuoted();
    } else if (next == '\\') {
      require(at < line.length(), "a backslash at the end");
      word.append(line.charAt(at++));
    } else {
      require(OPERATORS.indexOf(next) < 0 && EXPANSIONS.indexOf(next) < 0, forShells(next));
      word.append(next);
    }
  }

  private void takeQuoted() {
    while (true) {
      require(at < line.length(), "a \" has no end");
      char next = line.charAt(at++);
      if (next == '"') {
        return;
      }
      boolean escapes = next == '\\' && at < line.length();
      if (escapes && line.charAt(at) == '\n') {
        at++;
      } else if (escapes && ESCAPED_IN_QUOTES.indexOf(line.charAt(at)) >= 0) {
        word.append(line.charAt(at++));
      } else {
        require(EXPANSIONS.indexOf(next) < 0, forShells(next));
        word.append(next);
      }
    }
  }

  private static String forShells(char character) {
    return ("%s has a meaning for shells alone, and no shell runs here: quote it with ', or write"
            + " [sh, -c, \"…\"]")
        .formatted(character);
  }

  private static void require(boolean condition, String mistake) {
    if (!condition) {
      throw new IllegalArgumentException(mistake);
    }
  }
}
