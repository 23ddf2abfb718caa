package tasktracker.experiments.draft;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What of a recording may not stand in a file that people share. */
final class Secrets {
  private static final Set<String> HEADERS =
      Set.of("authorization", "proxy-authorization", "x-api-key", "x-auth-token", "x-access-token");
  private static final Pattern NAMES =
      Pattern.compile(
          ".*(passw(or)?d|passphrase|secret|token|api_?key|credential|session_?id|csrf|xsrf|signature).*"
              + "|pin|cvv|cvc|ssn|auth");

  private Secrets() {}

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
