package tasktracker.results;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes a line of CSV apart.
 *
 * @param separator comma, or what a spreadsheet of another country writes instead
 */
record CsvLine(char separator) {
  private static final char QUOTE = '"';

  /** What {@code tasktracker.report.locust.Csv} puts a {@code '} before. */
  private static final Pattern DEFUSED =
      Pattern.compile("'+[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);

  /** The format of a file with this heading. */
  static CsvLine likeHeading(String heading) {
    CsvLine best = new CsvLine(',');
    for (char separator : new char[] {';', '\t'}) {
      CsvLine other = new CsvLine(separator);
      best = other.cells(heading).size() > best.cells(heading).size() ? other : best;
    }
    return best;
  }

  /**
   * Its cells, without quotes, and without the {@code '} that keeps spreadsheets from computing.
   */
  List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == QUOTE && quoted && i + 1 < line.length() && line.charAt(i + 1) == QUOTE) {
        cell.append(QUOTE);
        i++;
      } else if (c == QUOTE) {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        cells.add(original(cell.toString()));
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(original(cell.toString()));
    return cells;
  }

  private static String original(String cell) {
    return DEFUSED.matcher(cell).matches() ? cell.substring(1) : cell;
  }
}
