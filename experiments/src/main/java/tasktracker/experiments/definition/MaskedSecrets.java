package tasktracker.experiments.definition;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.util.StdConverter;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A text as files of results hold it. Users and passwords in URLs, values of telling names in their
 * queries, and those of telling variables below {@code environment} in YAML are {@code ***}.
 */
public final class MaskedSecrets extends StdConverter<String, String> {
  // Authors and keywords are no secrets, authorizations are.
  private static final String NAMES =
      "passw|pwd|secret|token|key(?!word)|credential|auth(?!or(?!i))";
  private static final Pattern NAME = Pattern.compile(NAMES, Pattern.CASE_INSENSITIVE);
  private static final Pattern USER = Pattern.compile("//[^/?#\\s\"']*@");
  private static final Pattern QUERY =
      Pattern.compile(
          "([?&][^\\s=&#\"']*(?:%s)[^\\s=&#\"']*=)[^\\s&#\"'{}]*[^\\s&#\"'{},;)\\]]"
              .formatted(NAMES),
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MASKED = Pattern.compile("//\\*{3}@|=\\*{3}|\"\\*{3}\"");
  private static final String ENVIRONMENT = "environment";

  /** Whether something of a text was masked. */
  public static boolean isIn(String text) {
    return MASKED.matcher(text).find();
  }

  @Override
  public String convert(String text) {
    String known = text.contains(ENVIRONMENT) ? withoutVariables(text) : text;
    return QUERY.matcher(USER.matcher(known).replaceAll("//***@")).replaceAll("$1***");
  }

  private static String withoutVariables(String text) {
    StringBuilder masked = new StringBuilder(text);
    for (Value value : secretVariables(text)) {
      masked.replace(value.begin, value.end, "\"***\"");
    }
    return masked.toString();
  }

  /** Where a value is in a text. */
  private record Value(int begin, int end) {}

  /** The last one first; none of a text that is no YAML. */
  private static Deque<Value> secretVariables(String text) {
    Deque<Value> values = new ArrayDeque<>();
    try (JsonParser parser = YAMLMapper.shared().createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isScalarValue() && isSecretVariable(parser.streamReadContext())) {
          int begin = index(parser.currentTokenLocation().getCharOffset(), text);
          int end = index(parser.currentLocation().getCharOffset(), text);
          values.push(
              new Value(begin, begin + text.substring(begin, end).stripTrailing().length()));
        }
      }
    } catch (JacksonException e) {
      return new ArrayDeque<>();
    }
    return values;
  }

  private static boolean isSecretVariable(TokenStreamContext place) {
    return place.inObject()
        && ENVIRONMENT.equals(place.getParent().currentName())
        && NAME.matcher(place.currentName()).find();
  }

  /** YAML counts characters beyond the basic plane once. */
  private static int index(long codePoints, String text) {
    return text.offsetByCodePoints(0, (int) codePoints);
  }
}
