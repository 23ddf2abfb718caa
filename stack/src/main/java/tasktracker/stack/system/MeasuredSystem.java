package tasktracker.stack.system;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tasktracker.stack.Stack;
import tasktracker.stack.StackRuntime;

/**
 * Something that is measured beside others: an architecture that the lab brings up, or a system of
 * somebody else. For one thread.
 */
public interface MeasuredSystem {
  /** Its name in results and on charts, see {@link #isName}. */
  String name();

  /** Whether a text can be a name: 1 to 40 letters, digits, dots, hyphens and underscores. */
  static boolean isName(String text) {
    return text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
  }

  /** What it is, in a phrase without its name, such as {@code http://localhost:8080}. */
  String description();

  /**
   * What it is asked for where nobody names a scenario: a path with its query, such as {@code
   * /items?page=1}. Empty for a system that has no such request of its own.
   */
  default Optional<String> request() {
    return Optional.empty();
  }

  /**
   * Whether it goes on running while others are measured, because the lab neither starts it nor
   * stops it.
   */
  default boolean staysUp() {
    return false;
  }

  /**
   * What limits every comparison with it, a sentence each without its end, such as {@code The CPU
   * and memory of after are not known: example.org is another machine}; for after {@link
   * #requireReady}.
   */
  default List<String> limits() {
    return List.of();
  }

  /**
   * What serves its requests now, each with an identity such as a process and its start time; empty
   * where nobody knows, or nothing runs. Two systems that share one are not independent.
   */
  default Set<String> servers() {
    return Set.of();
  }

  /**
   * Checks, before anything is written, that it can be brought up, or measured as it is where it
   * runs already.
   *
   * @throws tasktracker.error.LabException naming what stands in the way
   */
  void requireReady();

  /** Whether it starts as fast, and is warm as soon, as it can; see {@link #train}. */
  default boolean isTrained() {
    return true;
  }

  /**
   * Lets it learn from a short load what it starts with from then on. Does nothing where that is
   * not possible.
   *
   * @throws InterruptedException when this thread is interrupted; nothing is kept then
   */
  default void train(StackRuntime.Lesson lesson) throws InterruptedException {}

  /**
   * Brings it up, or takes it as it runs. Closing the stack takes down what this call started, and
   * nothing else.
   *
   * @throws tasktracker.error.LabException when that cannot be done
   */
  Stack up();
}
