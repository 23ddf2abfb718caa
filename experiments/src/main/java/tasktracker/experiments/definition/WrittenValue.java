package tasktracker.experiments.definition;

import java.time.Duration;
import java.util.List;
import tasktracker.load.model.Durations;

/** Reads single values as people write them; each failure says what would be right. */
final class WrittenValue {
  private WrittenValue() {}

  static int whole(String text, int least, int most) {
    if (text.matches("-?\\d{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new IllegalArgumentException(
        "'%s' must be a whole number from %d to %d".formatted(text, least, most));
  }

  static double number(String text, double least, double most) {
    if (text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
      double number = Double.parseDouble(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new IllegalArgumentException(
        "'%s' must be a number from %s to %s".formatted(text, least, most));
  }

  /** A share such as {@code 5%}. */
  static double share(String text) {
    if (text.matches("\\d{1,2}(\\.\\d{1,6})?%") && !text.matches("[0.]+%")) {
      return Double.parseDouble(text.substring(0, text.length() - 1)) / 100;
    }
    throw new IllegalArgumentException(
        "'%s' must be a share such as 5%%, above 0 and below 100%%".formatted(text));
  }

  /** A time with its unit, above 0. */
  static Duration time(String text) {
    Duration time = Durations.parse(text);
    if (!time.isPositive()) {
      throw new IllegalArgumentException("'%s' must be above 0".formatted(text));
    }
    return time;
  }

  static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("must be true or false");
    };
  }

  static String word(String text, List<String> words) {
    if (!words.contains(text)) {
      throw new IllegalArgumentException(
          "'%s' is none of %s%s"
              .formatted(text, String.join(", ", words), Spelling.question(text, words)));
    }
    return text;
  }
}
