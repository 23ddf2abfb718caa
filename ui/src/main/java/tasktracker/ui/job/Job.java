package tasktracker.ui.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * An experiment that was started here.
 *
 * @param id from 1
 * @param folder name of its folder of results
 * @param command the command line that does the same in a terminal
 * @param state how far it is
 * @param exitCode of its process; null before it has ended
 * @param output the last lines that it printed
 */
public record Job(
    long id, String folder, String command, State state, Integer exitCode, List<String> output) {

  /** Copies the list. */
  public Job {
    output = List.copyOf(output);
  }

  /** How far a job is. */
  public enum State {
    /** Waits for others. */
    QUEUED,
    /** Its process runs. */
    RUNNING,
    /** It was told to end. */
    CANCELLING,
    /** It never began. */
    CANCELLED,
    /** Its process has ended. */
    ENDED;

    /** The name as pages have it. */
    @JsonValue
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
