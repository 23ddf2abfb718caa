package tasktracker.service.http;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What the value of a field may be and what it becomes. Thread-safe; keep instances in constants.
 *
 * @param <T> what the value becomes
 */
public final class FieldType<T> {

  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@.\\p{Cntrl}]+(\\.[^\\s@.\\p{Cntrl}]+)+");

  private final Function<JsonNode, T> reader;

  private FieldType(Function<JsonNode, T> reader) {
    this.reader = reader;
  }

  /** Returns the type of text of any length. */
  public static FieldType<String> text() {
    return new FieldType<>(FieldType::readText);
  }

  /** Returns the type of text with {@code min} to {@code max} characters (Unicode code points). */
  public static FieldType<String> text(int min, int max) {
    return new FieldType<>(node -> {
      String text = readText(node);
      int length = text.codePointCount(0, text.length());
      if (length < min || length > max) {
        throw new InvalidFieldException(
            min == 0
                ? "must have at most %d characters".formatted(max)
                : "must have %d to %d characters".formatted(min, max));
      }
      return text;
    });
  }

  /** Returns the type of an e-mail address with at most {@code max} characters. */
  public static FieldType<String> email(int max) {
    FieldType<String> text = text(0, max);
    return new FieldType<>(node -> {
      String email = text.read(node);
      if (!EMAIL.matcher(email).matches()) {
        throw new InvalidFieldException("must be an e-mail address");
      }
      return email;
    });
  }

  /** Returns the type of one of the constants of an enum, written in lower case. */
  public static <E extends Enum<E>> FieldType<E> oneOf(Class<E> type) {
    Map<String, E> constants =
        Arrays.stream(type.getEnumConstants())
            .collect(Collectors.toMap(it -> it.name().toLowerCase(Locale.ROOT), it -> it));
    String allowed =
        Arrays.stream(type.getEnumConstants())
            .map(it -> it.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", ", "must be one of ", ""));
    return new FieldType<>(node -> {
      E constant = node.isString() ? constants.get(node.stringValue()) : null;
      if (constant == null) {
        throw new InvalidFieldException(allowed);
      }
      return constant;
    });
  }

  /** Returns the type of {@code true} and {@code false}. */
  public static FieldType<Boolean> bool() {
    return new FieldType<>(node -> {
      if (!node.isBoolean()) {
        throw new InvalidFieldException("must be true or false");
      }
      return node.booleanValue();
    });
  }

  /** Returns the type of a date, or a date with time; see {@link InstantText#parse}. */
  public static FieldType<Instant> instant() {
    return new FieldType<>(node -> InstantText.parse(readText(node)));
  }

  /**
   * Returns the type of a whole number from {@code min}, at least 0, to {@code max} in a query,
   * written as {@link Decimal} reads it.
   */
  public static FieldType<Integer> integer(int min, int max) {
    return new FieldType<>(node -> {
      long number = Decimal.parse(node.asString());
      if (number >= min && number <= max) {
        return (int) number;
      }
      throw new InvalidFieldException(
          max == Integer.MAX_VALUE
              ? "must be a whole number of at least %d".formatted(min)
              : "must be a whole number from %d to %d".formatted(min, max));
    });
  }

  T read(JsonNode node) {
    return reader.apply(node);
  }

  /** Reads text that PostgreSQL can store: it has neither U+0000 nor half of a surrogate pair. */
  private static String readText(JsonNode node) {
    if (!node.isString()) {
      throw new InvalidFieldException("must be a string");
    }
    String text = node.stringValue();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw new InvalidFieldException("must not contain U+0000");
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isSurrogatePair(c, i + 1 < text.length() ? text.charAt(i + 1) : 0)) {
          throw new InvalidFieldException("must be well-formed Unicode");
        }
        i++;
      }
    }
    return text;
  }
}
