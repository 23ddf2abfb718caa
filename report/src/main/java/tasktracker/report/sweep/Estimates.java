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
    return cell("", estimate);
  }

  /** The same behind a sign. */
  static Cell cell(String sign, Estimate estimate) {
    return estimate == null
        ? Cell.of(ValueText.MISSING)
        : Cell.of(sign + Wording.estimate(estimate), estimate.value());
  }
}
