package tasktracker.report.failure;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tasktracker.report.Chart;
import tasktracker.report.ChartImage;
import tasktracker.report.deck.Slide;
import tasktracker.results.failure.FailureFolder;
import tasktracker.results.failure.FailureResult;

/** The pictures of a failure experiment that a talk needs, each with what it says as its title. */
public final class FailureSlides {
  private FailureSlides() {}

  /**
   * All metrics over time, then the recovery.
   *
   * @throws tasktracker.error.UsageException if the folder holds no results
   * @throws tasktracker.error.EnvironmentException if this machine cannot draw
   */
  public static List<Slide.Picture> of(FailureFolder folder) {
    Collection<FailureResult> results = folder.read().values();
    Map<String, Chart> charts = new FailureCharts(results).all();
    return List.of(
        picture(
            title(results, FailureSentences::impactOnUsers),
            charts.get("combined_failure_analysis")),
        picture(
            title(results, FailureSentences::recoveryOfUsers), charts.get("recovery_analysis")));
  }

  private static String title(
      Collection<FailureResult> results, Function<FailureSentences, String> sentence) {
    return results.stream()
        .map(result ->
            (results.size() == 1 ? "" : result.architecture() + ": ")
                + sentence.apply(new FailureSentences(result)))
        .collect(Collectors.joining(" "));
  }

  private static Slide.Picture picture(String title, Chart chart) {
    return new Slide.Picture(
        title, ChartImage.coursePng(chart), chart.title() + ". " + chart.subtitle());
  }
}
