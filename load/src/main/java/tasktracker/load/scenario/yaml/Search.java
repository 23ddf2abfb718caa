package tasktracker.load.scenario.yaml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for a regular expression in a text that nobody knows the size of. Java's matcher goes back
 * and tries again, in the worst case 2^n times for n characters, and calls itself for each
 * repetition of a group. So a search ends, without having found anything, when it has looked at
 * characters too often or too deep.
 */
final class Search {
  private static final long STEPS = 1_000_000;
  private static final long STEPS_OF_A_CHARACTER = 16;

  private Search() {}

  static boolean finds(Pattern pattern, String text) {
    return find(pattern, text) != null;
  }

  /** The first group that is found, or all that is where there is no group; null for nothing. */
  static String find(Pattern pattern, String text) {
    try {
      Matcher matcher = pattern.matcher(new Counted(text, 0, text.length(), new Steps(text)));
      if (!matcher.find()) {
        return null;
      }
      int group = Math.min(1, matcher.groupCount());
      int start = matcher.start(group);
      return start < 0 ? null : text.substring(start, matcher.end(group));
    } catch (TooManyStepsException | StackOverflowError e) {
      return null;
    }
  }

  private static final class Steps {
    private long left;

    Steps(String text) {
      left = STEPS + STEPS_OF_A_CHARACTER * text.length();
    }

    void one() {
      if (--left < 0) {
        throw new TooManyStepsException();
      }
    }
  }

  private record Counted(String text, int begin, int end, Steps steps) implements CharSequence {
    @Override
    public int length() {
      return end - begin;
    }

    @Override
    public char charAt(int index) {
      steps.one();
      return text.charAt(begin + index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return new Counted(text, begin + from, begin + to, steps);
    }

    @Override
    public String toString() {
      return text.substring(begin, end);
    }
  }

  private static final class TooManyStepsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyStepsException() {
      super(null, null, false, false);
    }
  }
}
