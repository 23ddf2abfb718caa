package tasktracker.load.recording;

/** How a request ended. Everything but {@link #SUCCESS} is a failure. */
public enum Outcome {
  SUCCESS,
  HTTP_ERROR,
  CHECK_FAILED,
  CONNECT_REFUSED,
  CONNECT_TIMEOUT,
  RESPONSE_TIMEOUT,
  CONNECTION_RESET,
  PROTOCOL_ERROR,
  /** This machine, not the server, had no file descriptor or local port left. */
  GENERATOR_LIMIT
}
