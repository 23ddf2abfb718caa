package tasktracker.report.load;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;

/** One run on a page that needs no network: figures, charts, failures, validity, settings. */
public final class HtmlReport {
  private static final String TEMPLATE = template();

  /** Nothing is loaded, and only the page's own script runs. */
  private static final String POLICY =
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-%s';"
              .formatted(sha256(script()))
          + " base-uri 'none'; form-action 'none'";

  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private HtmlReport() {}

  /** The report as an HTML document. */
  public static String of(LoadResult result) {
    return of(result, List.of());
  }

  /**
   * The same with further charts.
   *
   * @param charts of what the generator cannot see, after its own
   */
  public static String of(LoadResult result, List<TimeChart> charts) {
    String model = result.plan().model().toString();
    Map<String, String> sections =
        Map.of(
            "policy", POLICY,
            "title", Html.escape(title(result.plan())),
            "summary", summary(result),
            "headline", Headline.of(result),
            "endpoints", EndpointTable.of(result),
            "percentiles", PercentileCurve.of(result),
            "course",
                TimeCharts.of(result)
                    + charts.stream().map(chart -> chart.toHtml(model)).collect(joining()),
            "failures", FailureTable.of(result.recording()),
            "validity", SelfWatchTable.of(result),
            "settings", SettingsTable.of(result));
    // In one pass: what a server said may look like a place of the template.
    return PLACE
        .matcher(TEMPLATE)
        .replaceAll(place -> Matcher.quoteReplacement(sections.get(place.group(1))));
  }

  private static String title(LoadPlan plan) {
    return "%s on %s".formatted(plan.scenario().name(), plan.target().getRawAuthority());
  }

  private static String summary(LoadResult result) {
    LoadPlan plan = result.plan();
    return Html.paragraph(plan.model().toString())
        + Html.paragraph(
            "Measured for %s from %s%s."
                .formatted(
                    SettingsTable.length(result.length()),
                    result.start(),
                    result.stopped() ? ", stopped early" : ""));
  }

  private static String script() {
    int begin = TEMPLATE.indexOf("<script>") + "<script>".length();
    return TEMPLATE.substring(begin, TEMPLATE.indexOf("</script>", begin));
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  private static String template() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.html")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
