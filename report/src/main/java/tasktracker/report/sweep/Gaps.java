package tasktracker.report.sweep;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tasktracker.analysis.verdict.RunAssessment;
import tasktracker.analysis.verdict.Wording;
import tasktracker.load.watch.Validity;
import tasktracker.results.RunResult;

/** Says why a line has gaps. */
final class Gaps {

  private final SweepFindings findings;

  Gaps(SweepFindings findings) {
    this.findings = findings;
  }

  /** Returns one sentence about all runs that lack one of the metrics; empty without gaps. */
  Optional<String> of(List<Metric> metrics) {
    Predicate<RunResult> empty = run -> run.figures() != null && run.figures().hasNoRequests();
    Predicate<RunResult> lacking =
        empty.negate().and(run -> metrics.stream().anyMatch(metric -> metric.of(run) == null));
    return Stream.of(
            note("No requests counted", runs(empty)),
            note("Figure missing", runs(lacking)),
            note("Left out as invalid", leftOut(run -> run.validity() == Validity.INVALID)),
            note("Left out as still warming up", leftOut(RunAssessment::leftOutAsWarming)),
            note(
                "Run failed",
                findings.recorded().failures().stream()
                    .map(failure -> at(failure.architecture(), failure.concurrency()))
                    .distinct()
                    .toList()))
        .flatMap(Optional::stream)
        .reduce((one, other) -> one + "  ·  " + other);
  }

  private List<String> runs(Predicate<RunResult> which) {
    return findings.counting().stream()
        .filter(which)
        .map(run -> at(run.architecture(), run.concurrency()))
        .distinct()
        .toList();
  }

  private List<String> leftOut(Predicate<RunAssessment> which) {
    return findings.analysis().runs().stream()
        .filter(which)
        .map(run -> at(run.architecture(), run.concurrency()))
        .distinct()
        .toList();
  }

  private static Optional<String> note(String what, List<String> where) {
    return where.isEmpty() ? Optional.empty() : Optional.of(what + ": " + Wording.few(where));
  }

  private static String at(String architecture, int concurrency) {
    return architecture + " at " + concurrency + " users";
  }
}
