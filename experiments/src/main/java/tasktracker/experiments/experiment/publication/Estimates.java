package tasktracker.experiments.experiment.publication;

import tasktracker.experiments.analysis.estimate.Estimate;
import tasktracker.experiments.analysis.verdict.Wording;
import tasktracker.experiments.report.html.Table;
import tasktracker.experiments.report.html.Table.Cell;

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
        ? Cell.of(Table.MISSING)
        : Cell.of(sign + Wording.estimate(estimate), estimate.value());
  }
}
