package tasktracker.report.verdict.warning;

import java.util.Optional;

/** One thing that can be wrong with the data of a sweep. */
interface Warning {
  /** A sentence that says what is wrong, and where; empty when it is not. */
  Optional<String> about(SweepData data);
}
