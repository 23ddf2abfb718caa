package tasktracker.experiments.report.page;

import java.util.List;
import tasktracker.experiments.report.TimeChart;

/** A piece of a page. All texts are plain; writers escape them. */
public sealed interface Block {

  /** A paragraph. */
  record Paragraph(String text) implements Block {}

  /** Something to type or copy. */
  record Code(String text) implements Block {}

  /**
   * A table whose first column names its rows.
   *
   * @param headings one for each column
   * @param rows as many cells each as there are headings
   */
  record Table(List<String> headings, List<List<String>> rows) implements Block {

    /** Copies the lists. */
    public Table {
      headings = List.copyOf(headings);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** A picture over time. */
  record Course(TimeChart chart) implements Block {}

  /**
   * Shares by row and second, as shades.
   *
   * @param caption what a shade means
   * @param begin seconds since the begin of the load at the first column
   * @param rows from top to bottom
   */
  record HeatMap(String caption, double begin, List<HeatRow> rows) implements Block {

    /** Copies the list. */
    public HeatMap {
      rows = List.copyOf(rows);
    }
  }

  /**
   * One row of a heat map.
   *
   * @param name of the row
   * @param shares from 0 to 1, one a second; NaN where there is none
   */
  record HeatRow(String name, List<Double> shares) {

    /** Copies the list. */
    public HeatRow {
      shares = List.copyOf(shares);
    }
  }
}
