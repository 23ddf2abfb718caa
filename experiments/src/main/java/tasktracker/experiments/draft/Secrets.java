package tasktracker.experiments.draft;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What of a recording may not stand in a file that people share. */
final class Secrets {
  private static final Set<String> HEADERS =
      Set.of("authorization", "proxy-authorization", "x-api-key", "x-auth-token", "x-access-token");

  /** What tells one wherever it stands. */
  private static final String WORDS = "passw|pwd|passphrase|secret|token|api_?key|credential";

  private static final Pattern NAMES =
      Pattern.compile(
          ".*("
              + WORDS
              + "|passcode|access_?key|subscription_?key|functions_?key|session_?id|csrf|xsrf"
              + "|signature|jwt|otp).*"
              + "|pass|pin|cvv|cvc|ssn|auth|key|sig");

  private static final Pattern IN_A_TEXT = Pattern.compile("(?i)" + WORDS);

  private Secrets() {}

  /** Whether a text of any kind seems to hold one. */
  static boolean isIn(String text) {
    return IN_A_TEXT.matcher(text).find();
  }

  /** Whether a header carries one. */
  static boolean isHeader(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return HEADERS.contains(lower) || isField(name);
  }

  /** Whether a field of a body or a query carries one, by its name. */
  static boolean isField(String name) {
    return NAMES.matcher(name.toLowerCase(Locale.ROOT).replace('-', '_')).matches();
  }
}
