package tasktracker.service.wire;

import java.time.Duration;

/**
 * How long a client may take. What takes longer is cut off without an answer.
 *
 * @param firstByte from the connection to the first byte of the first request
 * @param head from the first to the last byte of a head
 * @param body from the first wait for a body to its last byte
 * @param write for the client to take one piece of an answer, at most 64 KiB
 * @param linger how long the rest of a refused request is read, so that the answer arrives
 */
record WireLimits(
    Duration firstByte, Duration head, Duration body, Duration write, Duration linger) {

  static final WireLimits DEFAULTS =
      new WireLimits(
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofMillis(200));
}
