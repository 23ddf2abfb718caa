package tasktracker.load.scenario.yaml;

import java.util.function.BiPredicate;
import tasktracker.load.scenario.Response;

/**
 * A condition on an answer.
 *
 * @param test what is asked of the text that was found, in words
 * @param condition the same for a user
 */
record Check(Source source, String test, BiPredicate<String, Values> condition) {
  boolean holds(Response response, Values values) {
    String found = source.find(response, values);
    return found != null && condition.test(found, values);
  }

  /** What must hold, for the list of failures. */
  String description() {
    return source + " " + test;
  }
}
