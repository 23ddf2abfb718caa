package tasktracker.load.scenario.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import tasktracker.load.scenario.yaml.Node.Kind;

/**
 * What values without quotes are (YAML 1.2.2, section 10.3). Jackson knows those alone that JSON
 * writes the same way, and takes all others as text.
 */
final class CoreSchema {
  private static final Pattern NOTHING = Pattern.compile("null|Null|NULL|~|");
  private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");
  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern BEYOND_NUMBERS =
      Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.nan|\\.NaN|\\.NAN");

  /** RFC 8259, section 6. */
  private static final Pattern JSON_NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

  private CoreSchema() {}

  static Kind kind(String text) {
    if (NOTHING.matcher(text).matches()) {
      return Kind.NOTHING;
    }
    if (BOOLEAN.matcher(text).matches()) {
      return Kind.BOOLEAN;
    }
    if (INTEGER.matcher(text).matches()) {
      return Kind.INTEGER;
    }
    boolean decimal = DECIMAL.matcher(text).matches() || BEYOND_NUMBERS.matcher(text).matches();
    return decimal ? Kind.DECIMAL : Kind.TEXT;
  }

  static boolean isJsonNumber(String text) {
    return JSON_NUMBER.matcher(text).matches();
  }

  /** A number as JSON writes it: as it stands, where that is JSON; empty where JSON has none. */
  static Optional<String> jsonNumber(String text) {
    if (isJsonNumber(text)) {
      return Optional.of(text);
    }
    if (BEYOND_NUMBERS.matcher(text).matches()) {
      return Optional.empty();
    }
    if (text.startsWith("0x")) {
      return Optional.of(new BigInteger(text.substring(2), 16).toString());
    }
    if (text.startsWith("0o")) {
      return Optional.of(new BigInteger(text.substring(2), 8).toString());
    }
    return Optional.of(new BigDecimal(text).toString());
  }
}
