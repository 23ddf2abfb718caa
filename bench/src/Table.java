import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table in Markdown, to be read on screen and pasted into a note. */
final class Table {
  private final String title;
  private final List<String[]> rows = new ArrayList<>();

  Table(String title, String... columns) {
    this.title = title;
    rows.add(columns);
  }

  void row(String... cells) {
    rows.add(cells);
  }

  void print() {
    System.out.println("\n" + title + "\n");
    print(rows.getFirst());
    System.out.println("|" + "---|".repeat(rows.getFirst().length));
    rows.subList(1, rows.size()).forEach(this::print);
  }

  static String number(double value, int digits) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%,." + digits + "f", value) : "N/A";
  }

  private void print(String[] row) {
    System.out.println("| " + String.join(" | ", row) + " |");
  }
}
