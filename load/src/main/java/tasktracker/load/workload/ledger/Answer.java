package tasktracker.load.workload.ledger;

import tasktracker.load.scenario.Response;

enum Answer {
  /** The server says that it is done. */
  ACKNOWLEDGED,
  /** The server says that it is not done. */
  REFUSED,
  /**
   * Nobody said: no complete answer, or that of a server in trouble. The write may have happened,
   * or may still happen later.
   */
  UNKNOWN;

  private static final int FIRST_REFUSAL = 400;
  private static final int FIRST_TROUBLE = 500;

  static Answer of(Response response) {
    if (response.ok()) {
      return ACKNOWLEDGED;
    }
    int status = response.status();
    return status >= FIRST_REFUSAL && status < FIRST_TROUBLE ? REFUSED : UNKNOWN;
  }
}
