package tasktracker.stack;

import java.util.ArrayList;
import java.util.List;

/**
 * An instance of a stack at one moment, as whoever runs it knows it; see {@link
 * Stack#conditions()}.
 *
 * @param instance its name
 * @param incarnation another one whenever it was started anew, such as a process and its start time
 * @param running whether its process lives
 * @param end how it ended, such as {@code killed, signal 9}; empty while it runs
 * @param recoveries how often its database server lost a process and started its others again
 */
public record InstanceCondition(
    String instance, String incarnation, boolean running, String end, long recoveries) {

  private static final int SIGNAL = 128;
  private static final String RECOVERY = "all server processes terminated; reinitializing";

  /** How an exit code as shells have it came about, in words. */
  public static String end(int exitCode) {
    return exitCode > SIGNAL
        ? "killed, signal " + (exitCode - SIGNAL)
        : "ended by itself, exit code " + exitCode;
  }

  /** How many lines of the log of a PostgreSQL server tell of a recovery after a crash. */
  public static long recoveries(List<String> log) {
    return log.stream().filter(line -> line.contains(RECOVERY)).count();
  }

  /**
   * What became of it until a later moment: at most a few words each, such as {@code ended under
   * load (killed, signal 9)}; none where it lived through.
   */
  public List<String> changesUntil(InstanceCondition later) {
    List<String> changes = new ArrayList<>();
    if (!later.running) {
      if (running) {
        changes.add("ended under load (%s)".formatted(later.end));
      }
    } else if (!incarnation.equals(later.incarnation)) {
      changes.add("was started anew under load");
    }
    if (later.recoveries > recoveries) {
      changes.add("lost a process under load and ended all sessions");
    }
    return changes;
  }
}
