package tasktracker.report.locust;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Rows as Python's {@code csv} module writes them: quotes only where they are needed. A text that a
 * spreadsheet would take for a formula gets a {@code '} in front; numbers stay numbers. Names that
 * begin so are rare, and readers of Locust's files find rows by {@code Aggregated}.
 */
final class Csv {
  /** A {@code '} that stands there already gets another one, so that one can be taken away. */
  private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n＝＋－＠]");

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

  private final StringBuilder text = new StringBuilder();

  Csv(List<String> columns) {
    row(columns);
  }

  void row(List<String> fields) {
    text.append(fields.stream().map(Csv::cell).collect(Collectors.joining(","))).append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private static String cell(String field) {
    return quote(
        FORMULA.matcher(field).lookingAt() && !NUMBER.matcher(field).matches()
            ? "'" + field
            : field);
  }

  private static String quote(String field) {
    boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
