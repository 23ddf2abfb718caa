package tasktracker.load;

/** When one user does its next task. For the thread of the user. */
interface Rhythm {

  /** The user begins; says when its first request was due, if that is not now. */
  default void begin(UserLog requests) {}

  /**
   * Waits until the next task, and says when its first request was due, if that is not now.
   *
   * @return false when the run is over for this user
   */
  boolean awaitNext(UserLog requests);

  default void cutShort() {}
}
