package tasktracker.load.scenario.yaml;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.io.JsonStringEncoder;

/** How the value of a placeholder is written, so that it cannot break what is around it. */
enum Escaping {
  /** As it is. */
  NONE {
    @Override
    void append(StringBuilder out, String value) {
      out.append(value);
    }
  },
  /** For use between the quotes of a JSON string; numbers stay as they are. */
  JSON {
    @Override
    void append(StringBuilder out, String value) {
      JsonStringEncoder.getInstance().quoteAsString(value, out);
    }
  },
  /** Percent-encoded, for paths, queries and forms. */
  URL {
    @Override
    void append(StringBuilder out, String value) {
      out.append(isPlain(value) ? value : encode(value));
    }
  };

  abstract void append(StringBuilder out, String value);

  static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!plain && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }
}
