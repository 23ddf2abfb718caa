package tasktracker.users;

import java.time.Duration;
import java.util.Optional;
import tasktracker.service.Environment;
import tasktracker.service.SettingException;
import tasktracker.service.http.Decimal;
import tasktracker.service.http.ProblemException;

/**
 * How often someone may try to log in: to one account so many times a minute, and from one address
 * in vain five times as often. Thread-safe.
 */
final class LoginLimit {

  private static final String NAME = "LOGIN_LIMIT";
  private static final String OFF = "off";
  private static final int DEFAULT = 10;
  private static final int MOST = 1_000_000;
  private static final int FAILURES_OF_AN_ADDRESS = 5;

  private final Optional<RateLimit> attempts;
  private final Optional<RateLimit> failures;

  private LoginLimit(Optional<Integer> perMinute) {
    this.attempts = perMinute.map(RateLimit::new);
    this.failures = perMinute.map(number -> new RateLimit(number * FAILURES_OF_AN_ADDRESS));
  }

  /** Reads {@code LOGIN_LIMIT}. */
  static LoginLimit from(Environment environment) {
    String text = environment.text(NAME).map(String::strip).orElse(Integer.toString(DEFAULT));
    if (text.equalsIgnoreCase(OFF)) {
      return new LoginLimit(Optional.empty());
    }
    long number = Decimal.parse(text);
    if (number < 1 || number > MOST) {
      throw SettingException.of(
          NAME, text, "log-ins a minute for one account from 1 to %d, or off".formatted(MOST));
    }
    return new LoginLimit(Optional.of((int) number));
  }

  /**
   * Takes note of an attempt.
   *
   * @throws ProblemException 429 if it is one too many
   */
  void attempt(String account, String address) {
    failures.ifPresent(limit -> require(limit.waitFor(address)));
    attempts.ifPresent(limit -> require(limit.take(account)));
  }

  /** Takes note that an attempt was in vain. */
  void failed(String address) {
    failures.ifPresent(limit -> limit.take(address));
  }

  private static void require(Duration wait) {
    if (wait.isPositive()) {
      throw ProblemException.tooManyRequests("Too many log-ins, try again later", wait);
    }
  }
}
