package tasktracker.analysis.verdict;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import tasktracker.analysis.seconds.WarmingTrend;

/**
 * The verdict at a glance, fit to be read out: what was found, a small matrix, and what limits it.
 *
 * @param headlines one for each comparison, at most a dozen words each; one where there is none
 * @param matrices one for each comparison that has figures
 * @param limits one line
 */
public record Overview(List<String> headlines, List<VerdictMatrix> matrices, String limits) {

  /** Copies the lists. */
  public Overview {
    headlines = List.copyOf(headlines);
    matrices = List.copyOf(matrices);
  }

  /** The overview of an analysis. */
  public static Overview of(SweepAnalysis analysis) {
    List<String> headlines =
        analysis.comparisons().stream()
            .map(comparison -> VerdictHeadline.of(comparison, analysis.settings()))
            .toList();
    return new Overview(
        headlines.isEmpty() ? List.of(alone(analysis)) : headlines,
        analysis.comparisons().stream()
            .map(comparison -> VerdictMatrix.of(comparison, analysis.settings()))
            .filter(matrix -> !matrix.rows().isEmpty())
            .toList(),
        limits(analysis));
  }

  private static String alone(SweepAnalysis analysis) {
    return analysis.architectures().isEmpty()
        ? "No run counts"
        : "Only %s was measured".formatted(Wording.and(analysis.architectures()));
  }

  private static String limits(SweepAnalysis analysis) {
    List<String> parts = new ArrayList<>();
    parts.add(repetitions(analysis));
    List<RunAssessment> excluded =
        analysis.runs().stream().filter(RunAssessment::excluded).toList();
    if (!excluded.isEmpty()) {
      parts.add(
          "%d of %d runs %s left out: %s"
              .formatted(
                  excluded.size(),
                  analysis.runs().size(),
                  excluded.size() == 1 ? "is" : "are",
                  excluded.stream().map(Overview::why).distinct().collect(joining(", "))));
    }
    long suspect = analysis.runs().stream().filter(RunAssessment::countsAsSuspect).count();
    if (suspect > 0) {
      parts.add(suspect == 1 ? "1 run is suspect" : suspect + " runs are suspect");
    }
    parts.addAll(analysis.limits());
    parts.add("This workload and machine only");
    return String.join(". ", parts) + ".";
  }

  private static String why(RunAssessment run) {
    return run.leftOutAsWarming() ? WarmingTrend.REASON : "invalid";
  }

  private static String repetitions(SweepAnalysis analysis) {
    long most =
        analysis.runs().stream()
            .filter(run -> !run.excluded())
            .collect(groupingBy(run -> List.of(run.architecture(), run.concurrency()), counting()))
            .values()
            .stream()
            .max(Comparator.naturalOrder())
            .orElse(0L);
    return most <= 1
        ? "One run per level: " + SingleRuns.ASSUMED
        : "Up to %d runs per level, %s%s"
            .formatted(
                most,
                new IntervalLabel(analysis).text(),
                SingleRuns.of(analysis, EnumSet.allOf(ComparedMetric.class))
                    .assumption()
                    .map(", "::concat)
                    .orElse(""));
  }
}
