package tasktracker.load.scenario.yaml;

import java.util.function.Function;

/**
 * What stands between <code>${</code> and <code>}</code>. Immutable.
 *
 * @param written as in the file
 * @param random whether it is drawn anew each time
 * @param source its value for a user at this moment, null while it has none
 */
record Placeholder(String written, boolean random, Function<Values, String> source) {

  boolean isAvailable(Values values) {
    return random || source.apply(values) != null;
  }

  /**
   * @throws NoValueException when it has no value yet
   */
  String value(Values values) {
    String value = source.apply(values);
    if (value == null) {
      throw new NoValueException(written);
    }
    return value;
  }
}
