package tasktracker.load.scenario.yaml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tasktracker.load.scenario.Response;

/**
 * Keeps a part of an answer in a variable.
 *
 * @param pattern what to look for in the source, its first group if it has one; null to take all
 */
record Capture(String variable, int slot, Source source, Pattern pattern) {

  /** Returns whether there was something to keep; if not, the variable keeps its value. */
  boolean keep(Response response, Values values) {
    String found = source.find(response, values);
    if (found != null && pattern != null) {
      Matcher matcher = pattern.matcher(found);
      found = matcher.find() ? matcher.group(Math.min(1, matcher.groupCount())) : null;
    }
    if (found == null) {
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
