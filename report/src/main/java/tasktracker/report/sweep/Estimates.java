package tasktracker.report.sweep;

import tasktracker.analysis.estimate.Estimate;
import tasktracker.analysis.verdict.Wording;
import tasktracker.report.ValueText;
import tasktracker.report.html.Table.Cell;

/** Estimates in cells of tables. */
final class Estimates {

  private Estimates() {}

  /** The figure with its interval; missing for {@code null}. */
  static Cell cell(Estimate estimate) {
    return estimate == null
        ? Cell.of(ValueText.MISSING)
        : Cell.of(Wording.estimate(estimate), estimate.value());
  }
}
