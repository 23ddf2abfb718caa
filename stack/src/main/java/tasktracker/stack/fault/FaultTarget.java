package tasktracker.stack.fault;

import java.util.OptionalInt;
import tasktracker.error.UsageException;

/**
 * What is to be broken.
 *
 * @param member name of a service or database
 * @param instance number of the only instance that is hit, from 1; empty for all
 */
public record FaultTarget(String member, OptionalInt instance) {
  private static final String ALL = "all";

  /** All instances of a service or database. */
  public static FaultTarget of(String member) {
    return new FaultTarget(member, OptionalInt.empty());
  }

  /**
   * The same with the instances that a text names: a number from 1, or {@code all}.
   *
   * @throws UsageException for any other text
   */
  public FaultTarget withInstance(String text) {
    if (text.equals(ALL)) {
      return new FaultTarget(member, OptionalInt.empty());
    }
    if (!text.matches("[1-9]\\d{0,2}")) {
      throw new UsageException(
          "unknown instance '%s': use a number from 1, or all".formatted(text));
    }
    return new FaultTarget(member, OptionalInt.of(Integer.parseInt(text)));
  }
}
