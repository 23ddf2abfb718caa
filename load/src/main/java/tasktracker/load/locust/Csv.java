package tasktracker.load.locust;

import java.util.List;
import java.util.stream.Collectors;

/** Rows as Python's {@code csv} module writes them: quotes only where they are needed. */
final class Csv {
  private final StringBuilder text = new StringBuilder();

  Csv(List<String> columns) {
    row(columns);
  }

  void row(List<String> fields) {
    text.append(fields.stream().map(Csv::quote).collect(Collectors.joining(","))).append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private static String quote(String field) {
    boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
