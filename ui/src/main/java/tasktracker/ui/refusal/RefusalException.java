package tasktracker.ui.refusal;

import tasktracker.report.VisibleText;

/** A request that is not done. The message is one line, for whoever asked. */
public final class RefusalException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;

  private RefusalException(int status, String message) {
    super(VisibleText.line(message));
    this.status = status;
  }

  /** Something in the request is wrong. */
  public static RefusalException wrong(String message) {
    return new RefusalException(400, message);
  }

  /** There is no such thing. */
  public static RefusalException missing(String message) {
    return new RefusalException(404, message);
  }

  /** It cannot be done now. */
  public static RefusalException conflict(String message) {
    return new RefusalException(409, message);
  }

  /** Another refusal, with the status of its answer. */
  public static RefusalException of(int status, String message) {
    return new RefusalException(status, message);
  }

  /** The status of the answer. */
  public int status() {
    return status;
  }
}
