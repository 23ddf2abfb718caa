package tasktracker.load.scenario.yaml;

import java.util.regex.Pattern;
import tasktracker.load.scenario.Response;

/**
 * Keeps a part of an answer in a variable.
 *
 * @param pattern what to look for in the source, its first group if it has one; null to take all
 */
record Capture(String variable, int slot, Source source, Pattern pattern) {

  /** Every user keeps what it captured. */
  private static final int LONGEST = 64 * 1024;

  /**
   * Returns whether there was something to keep, of no more than 64 Ki characters; if not, the
   * variable keeps its value.
   */
  boolean keep(Response response, Values values) {
    String found = source.find(response, values);
    if (found != null && pattern != null) {
      found = Search.find(pattern, found);
    }
    if (found == null || found.length() > LONGEST) {
      return false;
    }
    values.set(slot, found);
    return true;
  }

  /** What must be there, for the list of failures. */
  String description() {
    return pattern == null
        ? "%s for ${%s}".formatted(source, variable)
        : "%s with %s for ${%s}".formatted(source, pattern, variable);
  }
}
