package tasktracker.results.file;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tasktracker.error.UsageException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** A mistake in a file of JSON or YAML as one line: file, line, key, and what would be right. */
public final class Mistake {
  /** How Jackson begins to say this; there is no exception of its own for it. */
  private static final String TRAILING = "Trailing token";

  private Mistake() {}

  /** What {@link #in} will place: the value of a key, or of a place in a list, is wrong. */
  public static DatabindException at(String reason, Object... path) {
    DatabindException mistake = DatabindException.from((JsonParser) null, reason);
    for (int i = path.length - 1; i >= 0; i--) {
      if (path[i] instanceof Integer index) {
        mistake.prependPath(null, index);
      } else {
        mistake.prependPath(null, String.valueOf(path[i]));
      }
    }
    return mistake;
  }

  /** A path for {@link #at} that goes one step further: a key, or a place in a list. */
  public static Object[] path(Object[] path, Object step) {
    Object[] longer = Arrays.copyOf(path, path.length + 1);
    longer[path.length] = step;
    return longer;
  }

  /**
   * The line for the user.
   *
   * @param source the file
   * @param firstLine the line of the file at which the text begins
   * @param format reads the text
   */
  public static UsageException in(
      String source, int firstLine, String text, ObjectMapper format, JacksonException cause) {
    int line = line(text, format, cause).orElse(1);
    String key = key(cause.getPath());
    return new UsageException(
        source
            + ", line "
            + (firstLine - 1 + line)
            + (key.isEmpty() ? "" : ", " + key)
            + ": "
            + reason(cause),
        cause);
  }

  private static Optional<Integer> line(String text, ObjectMapper format, JacksonException cause) {
    Optional<Integer> known =
        Optional.ofNullable(cause.getLocation())
            .map(location -> location.getLineNr())
            .filter(line -> line > 0);
    return cause.getPath().isEmpty()
        ? known
        : lineOf(text, format, cause.getPath()).or(() -> known);
  }

  /** A tree knows no lines, so the text is gone through once more. */
  private static Optional<Integer> lineOf(String text, ObjectMapper format, List<Reference> path) {
    try (JsonParser parser = format.createParser(text)) {
      JsonToken token = parser.nextToken();
      for (Reference step : path) {
        boolean found =
            step.getPropertyName() == null
                ? token == JsonToken.START_ARRAY && toItem(parser, step.getIndex())
                : token == JsonToken.START_OBJECT && toKey(parser, step.getPropertyName());
        if (!found) {
          break;
        }
        token = parser.currentToken();
      }
      return Optional.of(parser.currentTokenLocation().getLineNr()).filter(line -> line > 0);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static boolean toItem(JsonParser parser, int index) {
    for (int i = 0;
        parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null;
        i++) {
      if (i == index) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }

  private static boolean toKey(JsonParser parser, String key) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean found = parser.currentName().equals(key);
      parser.nextToken();
      if (found) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }

  private static String key(List<Reference> path) {
    StringBuilder key = new StringBuilder();
    for (Reference step : path) {
      if (step.getPropertyName() == null) {
        key.append('[').append(step.getIndex()).append(']');
      } else {
        key.append(key.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return key.toString();
  }

  private static String reason(JacksonException cause) {
    return switch (cause) {
      case UnrecognizedPropertyException unknown ->
          "unknown key, use " + unknown.getKnownPropertyIds();
      case ValueInstantiationException failed
          when failed.getCause() instanceof NullPointerException none && isUnsaid(none) ->
          "a value is missing or null";
      case ValueInstantiationException failed
          when failed.getCause() != null && failed.getCause().getMessage() != null ->
          firstLine(failed.getCause().getMessage());
      case InvalidFormatException wrong when wanted(wrong.getTargetType()).isEmpty() ->
          "'%s' does not belong here".formatted(wrong.getValue());
      case MismatchedInputException wrong when wrong.getOriginalMessage().startsWith(TRAILING) ->
          "something follows the value";
      case MismatchedInputException wrong when wrong.getTargetType() != null ->
          wanted(wrong.getTargetType()).orElse(firstLine(wrong.getOriginalMessage()));
      default -> firstLine(cause.getOriginalMessage());
    };
  }

  /** Whether it holds only what Java says of itself. */
  private static boolean isUnsaid(NullPointerException none) {
    return none.getMessage() == null || none.getMessage().startsWith("Cannot ");
  }

  private static Optional<String> wanted(Class<?> type) {
    if (type == null) {
      return Optional.empty();
    }
    if (type == String.class) {
      return Optional.of("must be text");
    }
    if (type == Boolean.class || type == boolean.class) {
      return Optional.of("must be true or false");
    }
    if (Collection.class.isAssignableFrom(type) || type.isArray()) {
      return Optional.of("must be a list");
    }
    return Map.class.isAssignableFrom(type) || type.isRecord()
        ? Optional.of("must be keys with values")
        : Optional.empty();
  }

  private static String firstLine(String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }
}
