package tasktracker.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Rows of cells as lines of text with aligned columns. */
public final class TextTable {
  /** In front of every column. */
  public static final String GAP = "  ";

  private TextTable() {}

  /**
   * The lines of the table.
   *
   * @param rows headings first
   * @param words columns that read from the left; numbers read from the right
   */
  public static List<String> aligned(List<List<String>> rows, Set<Integer> words) {
    return aligned(rows, words, (_, _, text) -> text);
  }

  /** The same with styles, which take no room, around what is padded already. */
  public static List<String> aligned(List<List<String>> rows, Set<Integer> words, Style style) {
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String format = words.contains(i) ? "%-" : "%";
        String text = String.format(Locale.ROOT, format + widths[i] + "s", rows.get(row).get(i));
        line.append(GAP).append(style.of(row, i, text));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** Sets a cell. */
  public interface Style {
    /** The cell as it is printed. */
    String of(int row, int column, String text);
  }
}
