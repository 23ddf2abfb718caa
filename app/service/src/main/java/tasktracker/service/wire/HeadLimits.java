package tasktracker.service.wire;

/**
 * How long a request's head may be.
 *
 * @param requestLine most bytes of the request line; beyond it the answer is 414
 * @param fields most bytes of all header fields; beyond it the answer is 431
 */
public record HeadLimits(int requestLine, int fields) {

  /** For requests of clients: 16 KiB each. */
  public static final HeadLimits OF_CLIENTS = new HeadLimits(16 * 1024, 16 * 1024);

  /** For requests that the gateway passes on: it adds fields to what a client may send. */
  public static final HeadLimits OF_THE_GATEWAY = new HeadLimits(16 * 1024, 32 * 1024);
}
