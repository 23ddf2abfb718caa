package tasktracker.results.foreign;

import java.util.List;
import tasktracker.error.UsageException;

/**
 * Where the columns of a file are.
 *
 * @param names in their order
 */
record Columns(List<String> names) {
  private static final int MOST_SHOWN = 60;

  /**
   * Reads the heading.
   *
   * @param what the files that such a heading belongs to, such as {@code k6 CSV}
   * @throws UsageException if one of the columns is not there
   */
  static Columns of(CsvRows rows, String what, String... needed) {
    Columns columns = new Columns(rows.heading());
    List<String> missing =
        List.of(needed).stream().filter(name -> !columns.names.contains(name)).toList();
    if (!missing.isEmpty()) {
      String found = String.join(",", columns.names).replaceAll("\\p{Cntrl}", "?");
      throw new UsageException(
          "%s: not the heading of %s: the column %s is missing, it reads '%s'"
              .formatted(
                  rows.place(),
                  what,
                  String.join(", ", missing),
                  found.length() > MOST_SHOWN ? found.substring(0, MOST_SHOWN) + "…" : found));
    }
    return columns;
  }

  /** Its place; -1 where there is none. */
  int of(String name) {
    return names.indexOf(name);
  }

  /**
   * Reads all rows to the end.
   *
   * @param each takes the row that is read
   * @throws UsageException with its place, if a row has another number of cells or is refused
   */
  void forEach(CsvRows rows, Runnable each) {
    while (next(rows)) {
      try {
        each.run();
      } catch (IllegalArgumentException e) {
        throw new UsageException("%s: %s".formatted(rows.place(), e.getMessage()), e);
      }
    }
  }

  /**
   * Reads the next row that is whole; false behind the last one. What is torn at the end of a file
   * was being written when its generator was stopped.
   *
   * @throws UsageException if it has another number of cells
   */
  boolean next(CsvRows rows) {
    if (!rows.next() || (rows.cells() < names.size() && rows.isTorn())) {
      return false;
    }
    if (rows.cells() != names.size()) {
      throw rows.mistake("has %d cells, the heading has %d".formatted(rows.cells(), names.size()));
    }
    return true;
  }
}
