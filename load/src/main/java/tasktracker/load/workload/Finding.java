package tasktracker.load.workload;

/**
 * A difference between what was written and what is there.
 *
 * @param account name of the account
 * @param key what the record is known by, such as the id of a task
 * @param what what was written and what was found, in one line
 */
public record Finding(Kind kind, String account, String key, String what) {

  /** What a difference means. */
  public enum Kind {
    /** An acknowledged write is not there. */
    LOST,
    /** One write is there more than once. */
    DUPLICATE,
    /** Something is there that nobody wrote like this, or that was refused or deleted. */
    UNEXPECTED
  }
}
