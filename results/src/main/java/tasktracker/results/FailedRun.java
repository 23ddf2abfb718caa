package tasktracker.results;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * A run that did not end well: one line of {@code failures.jsonl}, with the keys {@code run}
 * (folder), {@code arch}, {@code concurrency}, {@code reason} and {@code failed_at}.
 *
 * @param folder the folder of the run, with whatever it left there
 * @param architecture the shape under test
 * @param concurrency virtual users
 * @param reason one line that says what went wrong
 * @param failedAt when it was noticed
 */
public record FailedRun(
    @JsonProperty("run") String folder,
    @JsonProperty("arch") String architecture,
    int concurrency,
    String reason,
    Instant failedAt) {

  /** Takes an absent reason as none. */
  public FailedRun {
    if (folder == null || architecture == null) {
      throw new IllegalArgumentException("a failed run needs the keys run and arch");
    }
    reason = reason == null ? "no reason given" : reason;
  }

  /** Describes the failure of a planned run. */
  public static FailedRun of(RunName run, String reason, Instant failedAt) {
    return new FailedRun(run.folder(), run.architecture(), run.concurrency(), reason, failedAt);
  }
}
