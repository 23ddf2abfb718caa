package tasktracker.load.scenario.yaml;

import java.util.regex.Pattern;
import tasktracker.load.scenario.Response;

/** A condition on an answer. */
record Check(Source source, Test test) {

  /** What is asked of the text that was found. The text form is for lists of failures. */
  sealed interface Test {
    boolean holds(String found, Values values);
  }

  /** That there is something. */
  record Present() implements Test {
    @Override
    public boolean holds(String found, Values values) {
      return true;
    }

    @Override
    public String toString() {
      return "is there";
    }
  }

  /** That it is this text, to the letter. */
  record Equal(String written, Template expected) implements Test {
    @Override
    public boolean holds(String found, Values values) {
      return found.equals(expected.render(values));
    }

    @Override
    public String toString() {
      return "equals " + written;
    }
  }

  /** That this text is somewhere in it. */
  record Containing(String written, Template expected) implements Test {
    @Override
    public boolean holds(String found, Values values) {
      return found.contains(expected.render(values));
    }

    @Override
    public String toString() {
      return "contains " + written;
    }
  }

  /** That the expression is found in it. */
  record Matching(Pattern pattern) implements Test {
    @Override
    public boolean holds(String found, Values values) {
      return Search.finds(pattern, found);
    }

    @Override
    public String toString() {
      return "matches " + pattern;
    }
  }

  boolean holds(Response response, Values values) {
    String found = source.find(response, values);
    return found != null && test.holds(found, values);
  }

  /** What must hold, for the list of failures. */
  String description() {
    return source + " " + test;
  }
}
