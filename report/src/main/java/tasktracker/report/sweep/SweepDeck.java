package tasktracker.report.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.MetricCurve;
import tasktracker.analysis.verdict.Overview;
import tasktracker.analysis.verdict.SweepAnalysis;
import tasktracker.analysis.verdict.VerdictMatrix;
import tasktracker.analysis.verdict.Wording;
import tasktracker.report.Chart;
import tasktracker.report.ChartImage;
import tasktracker.report.ValueText;
import tasktracker.report.deck.Deck;
import tasktracker.report.deck.Slide;

/**
 * {@code slides.pptx} of a sweep: the charts that a talk needs, each with what it says as its
 * title, the numbers as a table, and how they were measured.
 */
public final class SweepDeck {

  private static final List<ComparedMetric> COLUMNS =
      List.of(
          ComparedMetric.THROUGHPUT,
          ComparedMetric.P50,
          ComparedMetric.P95,
          ComparedMetric.P99,
          ComparedMetric.ERROR_RATE,
          ComparedMetric.CPU_PER_REQUEST,
          ComparedMetric.MEMORY);

  private final SweepFindings findings;
  private final SweepAnalysis analysis;
  private final SweepCharts charts;

  private SweepDeck(SweepFindings findings) {
    this.findings = findings;
    analysis = findings.analysis();
    charts = new SweepCharts(findings);
  }

  /**
   * The deck.
   *
   * @param failure the charts of a failure injection, left out where there are none
   * @throws tasktracker.error.EnvironmentException if this machine cannot draw
   */
  public static Deck of(SweepFindings findings, List<Slide.Picture> failure) {
    return new SweepDeck(findings).deck(failure);
  }

  private Deck deck(List<Slide.Picture> failure) {
    Overview overview = Overview.of(analysis);
    List<Slide> slides = new ArrayList<>();
    slides.add(
        new Slide.Opening(
            String.join("; ", overview.headlines()),
            findings.title() + ", " + findings.name(),
            List.of(overview.limits())));
    for (VerdictMatrix matrix : overview.matrices()) {
      slides.add(
          new Slide.Numbers(
              "%s compared with %s"
                  .formatted(Wording.capital(matrix.candidate()), matrix.baseline()),
              matrix.headings(),
              matrix.texts(),
              overview.limits()));
    }
    slides.add(picture(overview.headlines().getFirst(), charts.crossovers()));
    for (Metric metric : List.of(Metric.P95, Metric.THROUGHPUT, Metric.EFFICIENCY)) {
      Chart chart = charts.of(metric);
      slides.add(
          picture(analysis.insights().getOrDefault(metric.compared(), chart.title()), chart));
    }
    slides.addAll(failure);
    slides.addAll(numbers());
    slides.add(new Slide.Prose("In words", analysis.sentences()));
    slides.add(method(failure.isEmpty()));
    return new Deck(findings.title(), slides);
  }

  private static Slide picture(String title, Chart chart) {
    return new Slide.Picture(
        title,
        ChartImage.png(chart),
        chart.title() + ". " + chart.subtitle() + ". " + String.join(". ", chart.notes()));
  }

  private List<Slide> numbers() {
    List<List<String>> rows = rows();
    List<Slide> slides = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += Slide.Numbers.MOST_ROWS) {
      int to = Math.min(rows.size(), from + Slide.Numbers.MOST_ROWS);
      slides.add(
          new Slide.Numbers(
              "The numbers" + (from == 0 ? "" : ", continued"),
              headings(),
              rows.subList(from, to),
              "Means over the runs that count. Intervals and single runs are in report.html."));
    }
    return slides;
  }

  private static List<String> headings() {
    List<String> headings = new ArrayList<>(List.of("Architecture", "Users"));
    COLUMNS.forEach(metric ->
        headings.add("%s (%s)".formatted(Wording.capital(metric.label()), metric.unit())));
    return headings;
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    List<Integer> levels =
        analysis.curves().stream()
            .flatMap(curve -> curve.levels().stream())
            .map(MetricCurve.Level::concurrency)
            .distinct()
            .sorted()
            .toList();
    for (int users : levels) {
      for (String architecture : analysis.architectures()) {
        List<String> row = new ArrayList<>(List.of(architecture, String.valueOf(users)));
        COLUMNS.forEach(metric -> row.add(figure(architecture, metric, users)));
        rows.add(row);
      }
    }
    return rows;
  }

  private String figure(String architecture, ComparedMetric metric, int users) {
    return analysis.curve(architecture, metric).stream()
        .flatMap(curve -> curve.levels().stream())
        .filter(level -> level.concurrency() == users)
        .flatMap(level -> Optional.ofNullable(level.estimate()).stream())
        .map(estimate -> Wording.number(estimate.value()))
        .findFirst()
        .orElse(ValueText.MISSING);
  }

  private Slide method(boolean failureLeftOut) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(Conditions.of(findings) + ".");
    paragraphs.add(analysis.method());
    paragraphs.addAll(analysis.warnings());
    if (failureLeftOut) {
      paragraphs.add("Charts of a failure injection are left out: no such results were given.");
    }
    return new Slide.Prose("How it was measured", paragraphs);
  }
}
