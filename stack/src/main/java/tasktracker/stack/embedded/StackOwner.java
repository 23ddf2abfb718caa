package tasktracker.stack.embedded;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tasktracker.error.EnvironmentException;

/**
 * The lab that a stack belongs to and ends with, as a process.
 *
 * @param pid its id
 * @param started when it started, which tells it from a later process that was given the same id
 */
public record StackOwner(long pid, Instant started) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,18})@(\\d{1,18})");

  /** This lab. */
  public static StackOwner thisProcess() {
    long pid = ProcessHandle.current().pid();
    return new StackOwner(pid, StackProcess.startOf(pid));
  }

  /** Reads what {@link #toString} wrote; empty for anything else. */
  public static Optional<StackOwner> parse(String text) {
    Matcher part = TEXT.matcher(text);
    return part.matches()
        ? Optional.of(
            new StackOwner(
                Long.parseLong(part.group(1)), Instant.ofEpochMilli(Long.parseLong(part.group(2)))))
        : Optional.empty();
  }

  /** Whether it is alive. */
  public boolean alive() {
    return StackProcess.find(pid, started).isPresent();
  }

  /** Whether it is alive, and is not this process. */
  public boolean isAnother() {
    return pid != ProcessHandle.current().pid() && alive();
  }

  /** Why its stack is left alone. */
  public EnvironmentException refusal(String stack) {
    return new EnvironmentException(
        "%s is being measured by process %d: wait for it to end".formatted(stack, pid));
  }

  @Override
  public String toString() {
    return pid + "@" + started.toEpochMilli();
  }
}
