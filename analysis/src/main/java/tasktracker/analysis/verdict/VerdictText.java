package tasktracker.analysis.verdict;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tasktracker.analysis.estimate.Basis;
import tasktracker.analysis.seconds.SteadyState;
import tasktracker.load.watch.Validity;

/**
 * The sentences of an analysis, the same on the terminal, in reports and on slides. They never say
 * more than the numbers do: a winner is named where its interval and the adjustment for the number
 * of comparisons allow it, and every sentence bears its figures.
 */
public final class VerdictText {
  private static final int MOST_NAMED = 3;

  private final SweepAnalysis analysis;
  private final Circumstances circumstances;

  /** The text of an analysis, and of the circumstances under which its runs were measured. */
  public VerdictText(SweepAnalysis analysis, Circumstances circumstances) {
    this.analysis = analysis;
    this.circumstances = circumstances;
  }

  /** Three sentences: how fast, at what cost, how sure and with which limits. */
  public List<String> verdict() {
    List<String> sentences = new ArrayList<>();
    sentence(VerdictHeadline.SPEED)
        .ifPresentOrElse(sentences::add, () -> sentences.add(nothingToCompare()));
    if (!analysis.comparisons().isEmpty()) {
      FailedRequests.sentence(analysis.curves()).map(Wording::sentence).ifPresent(sentences::add);
    }
    Optional<String> costs = sentence(VerdictHeadline.COST);
    costs.ifPresent(sentences::add);
    if (costs.isEmpty() && isCompared()) {
      sentences.add("What it costs in CPU and memory was not measured for both.");
    }
    sentences.add(
        Wording.sentence(
            "%s; the figures rest on %s, and hold for this workload and machine alone%s"
                .formatted(counted(), basis(), limits())));
    return sentences;
  }

  private boolean isCompared() {
    return analysis.comparisons().stream()
        .flatMap(comparison -> comparison.levels().stream())
        .anyMatch(level -> level.effect() != null);
  }

  /** What else there is to say, a sentence each: failures, and what was asked for. */
  public List<String> facts() {
    return Stream.of(
            comparisons(ComparedMetric.ERROR_RATE)
                .flatMap(sentence -> sentence.nothingFailed().stream()),
            new ObjectiveSentences(analysis).all(),
            new PriceSentences(analysis).all(),
            new EffortSentence(analysis.effort()).text().stream())
        .flatMap(facts -> facts)
        .map(Wording::sentence)
        .toList();
  }

  /** One sentence for each metric, fit for the title of a chart. */
  public Map<ComparedMetric, String> insights() {
    Map<ComparedMetric, String> insights = new EnumMap<>(ComparedMetric.class);
    for (ComparedMetric metric : ComparedMetric.values()) {
      List<String> findings = findings(metric).toList();
      List<String> none =
          comparisons(metric).flatMap(sentence -> sentence.nothingFailed().stream()).toList();
      if (!findings.isEmpty()) {
        SingleRuns single = SingleRuns.of(analysis, List.of(metric));
        insights.put(
            metric,
            Wording.sentence(
                metric.label()
                    + ": "
                    + String.join("; ", findings)
                    + inBrackets(single.assumption())
                    + inBrackets(single.sizes())));
      } else if (!none.isEmpty()) {
        insights.put(metric, Wording.sentence(String.join("; ", none)));
      }
    }
    return insights;
  }

  /** What there is to say on some metrics: {@code In memory, …; in throughput, ….} */
  private Optional<String> sentence(List<ComparedMetric> metrics) {
    List<String> parts = new ArrayList<>();
    for (ComparedMetric metric : metrics) {
      List<String> findings = findings(metric).toList();
      if (!findings.isEmpty()) {
        parts.add("in %s, %s".formatted(metric.label(), String.join("; ", findings)));
      }
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Wording.sentence(
                String.join("; ", parts) + inBrackets(SingleRuns.of(analysis, metrics).sizes())));
  }

  private static String inBrackets(Optional<String> remark) {
    return remark.map(" (%s)"::formatted).orElse("");
  }

  private Stream<String> findings(ComparedMetric metric) {
    return comparisons(metric).flatMap(sentence -> sentence.finding().stream());
  }

  private Stream<MetricSentence> comparisons(ComparedMetric metric) {
    return analysis.comparisons().stream()
        .map(comparison -> new MetricSentence(comparison, metric, analysis.settings()));
  }

  private String nothingToCompare() {
    return analysis.architectures().size() < 2
        ? "Only one architecture was measured, so there is nothing to compare it with."
        : "No level has runs of two architectures that count, so nothing can be compared.";
  }

  private String counted() {
    List<RunAssessment> runs = analysis.runs();
    List<RunAssessment> excluded = runs.stream().filter(RunAssessment::excluded).toList();
    List<RunAssessment> invalid =
        excluded.stream().filter(run -> run.validity() == Validity.INVALID).toList();
    List<RunAssessment> warming = runs.stream().filter(RunAssessment::leftOutAsWarming).toList();
    long suspect = runs.stream().filter(RunAssessment::countsAsSuspect).count();
    long unjudged = runs.stream().filter(run -> run.validity() == null).count();
    List<String> parts = new ArrayList<>();
    parts.add(
        excluded.isEmpty()
            ? "all %d runs count".formatted(runs.size())
            : "%d of %d runs count".formatted(runs.size() - excluded.size(), runs.size()));
    if (!invalid.isEmpty()) {
      parts.add("left out as invalid: " + named(invalid));
    }
    if (!warming.isEmpty()) {
      parts.add("left out as still warming up: " + named(warming));
    }
    if (suspect > 0) {
      parts.add("%d suspect".formatted(suspect));
    }
    if (unjudged > 0) {
      parts.add("%d without a word on their validity".formatted(unjudged));
    }
    return String.join(", ", parts);
  }

  private static String named(List<RunAssessment> runs) {
    List<String> names = new ArrayList<>();
    runs.stream().limit(MOST_NAMED).map(RunAssessment::run).forEach(names::add);
    if (runs.size() > MOST_NAMED) {
      names.add((runs.size() - MOST_NAMED) + " more");
    }
    return Wording.and(names);
  }

  private String basis() {
    List<LevelComparison> levels =
        analysis.comparisons().stream()
            .flatMap(comparison -> comparison.levels().stream())
            .filter(level -> level.effect() != null)
            .filter(level -> level.metric() != ComparedMetric.ERROR_RATE)
            .toList();
    if (levels.isEmpty()) {
      return "no comparison";
    }
    var repetitions = levels.stream().mapToInt(VerdictText::pairs).summaryStatistics();
    boolean within =
        levels.stream().anyMatch(level -> level.effect().estimate().basis() == Basis.WITHIN_RUN);
    SingleRuns single = SingleRuns.of(analysis, EnumSet.allOf(ComparedMetric.class));
    if (repetitions.getMax() == 1) {
      return "one run of each level"
          + (within ? inBrackets(single.doubt()) : ", without intervals");
    }
    return "%s repetitions of each level, with %s across repetitions%s"
        .formatted(
            Wording.range(repetitions.getMin(), repetitions.getMax()),
            new IntervalLabel(analysis).text(),
            inBrackets(single.assumption()));
  }

  private static int pairs(LevelComparison level) {
    return level.repetitions() + (level.deciding() == null ? 0 : level.deciding().repetitions());
  }

  private String limits() {
    List<String> parts =
        Stream.of(
                circumstances.loadModel() == null
                    ? null
                    : "load model: " + circumstances.loadModel(),
                circumstances.measurementSeconds() == null
                    ? null
                    : length(circumstances.measurementSeconds()),
                circumstances.machine())
            .filter(Objects::nonNull)
            .toList();
    return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
  }

  private static String length(double seconds) {
    return Wording.plain(seconds)
        + " s each"
        + (seconds < SteadyState.FEWEST_SECONDS ? ", too short to judge a steady state" : "");
  }
}
