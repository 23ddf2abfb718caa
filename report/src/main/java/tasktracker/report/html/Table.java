package tasktracker.report.html;

import java.util.List;
import tasktracker.report.Chart;
import tasktracker.report.ValueText;

/**
 * A table that sorts by any of its columns. The first column names the rows.
 *
 * @param caption what it shows
 * @param columns headings, from left to right
 * @param rows a cell for each column
 */
public record Table(String caption, List<Column> columns, List<List<Cell>> rows) implements Block {

  /** Copies the lists. */
  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            caption + ": a row of " + row.size() + " cells, not " + columns.size());
      }
    }
  }

  /**
   * A column.
   *
   * @param heading with the unit
   * @param numeric whether it holds numbers, which are set flush right
   */
  public record Column(String heading, boolean numeric) {

    /** A column of words. */
    public static Column words(String heading) {
      return new Column(heading, false);
    }

    /** A column of numbers. */
    public static Column numbers(String heading) {
      return new Column(heading, true);
    }
  }

  /**
   * A cell.
   *
   * @param text as it is read
   * @param order by which rows are sorted; {@code null} to sort by the text
   * @param tone how it is to be taken; {@code null} as it is
   * @param link where more of it stands; {@code null} for nowhere
   */
  public record Cell(String text, Double order, Tone tone, PageLink link) {

    private Cell(String text, Double order, Tone tone) {
      this(text, order, tone, null);
    }

    /** The same as a link. */
    public Cell linked(PageLink to) {
      return new Cell(text, order, tone, to);
    }

    /** Words. */
    public static Cell of(String text) {
      return new Cell(text == null ? ValueText.MISSING : text, null, null);
    }

    /** A whole number. */
    public static Cell of(long number) {
      return new Cell(ValueText.count(number), (double) number, null);
    }

    /** A number of three significant digits; {@code null} and NaN are missing. */
    public static Cell of(Double number) {
      return number == null || !Double.isFinite(number)
          ? of(ValueText.MISSING)
          : new Cell(ValueText.of(number), number, null);
    }

    /** A value with its interval, as far as it has one. */
    public static Cell of(Chart.Point point) {
      return point.isGap()
          ? of(ValueText.MISSING)
          : new Cell(ValueText.of(point), point.value(), null);
    }

    /** A number as someone else wrote it. */
    public static Cell of(String text, double number) {
      return new Cell(text, number, null);
    }

    /** Words that want to be taken in a certain way. */
    public static Cell of(String text, Tone tone) {
      return new Cell(text, null, tone);
    }
  }
}
