package tasktracker.report.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import tasktracker.load.LoadResult;
import tasktracker.load.model.Arrivals;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.OpenModel;
import tasktracker.load.model.ThinkTime;

class HtmlReportTest {
  private static final OpenModel OPEN = new OpenModel(Arrivals.constant(200), 500);
  private static final ClosedModel CLOSED = new ClosedModel(64, 64, ThinkTime.parse("50ms-150ms"));

  @Test
  void showsBothLatenciesOfARunWithASchedule() {
    String report = HtmlReport.of(new SampleRun(OPEN, 30, 200).result());

    assertThat(report)
        .contains("p99 response", "p99 service", ">service time</th>")
        .contains("Dropped arrivals", "open: arrivals 200/s, at most 500 users");
  }

  @Test
  void showsOneLatencyOfAClosedModelAndNamesTheModelOnEveryChart() {
    String report = HtmlReport.of(new SampleRun(CLOSED, 30, 200).result());

    assertThat(report).doesNotContain("p99 service", ">service time</th>");
    assertThat(report.split("<figure", -1)).hasSize(7);
    assertThat(List.of(report.split("<figure", -1)).subList(1, 7))
        .allMatch(chart -> chart.contains("class=\"model\">closed: 64 users, 64/s spawned"));
  }

  @Test
  void escapesWhatAServerSaidWhereverItStands() {
    String evil = "</script><script>alert(1)</script>\" onload='x' {{settings}} $1 \u0007";

    String report = HtmlReport.of(new SampleRun(OPEN, 30, 20).saying(evil).result());

    assertThat(report)
        .doesNotContain("<script>alert", "onload='", "\u0007")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39; {{settings}} $1");
  }

  @Test
  void letsNothingRunButItsOwnScript() throws NoSuchAlgorithmException {
    String evil = "<script>alert(1)</script>";
    String report = HtmlReport.of(new SampleRun(OPEN, 30, 20).saying(evil).result());

    int begin = report.indexOf("<script>") + "<script>".length();
    String script = report.substring(begin, report.indexOf("</script>", begin));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(UTF_8));
    assertThat(report)
        .containsOnlyOnce("http-equiv=\"Content-Security-Policy\"")
        .contains(
            "content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src"
                + " 'sha256-"
                + Base64.getEncoder().encodeToString(digest)
                + "'; base-uri 'none'; form-action 'none'\"")
        .containsOnlyOnce("<script");
  }

  @Test
  void doesNotGiveAwayWhatHeadersSay() {
    assertThat(HtmlReport.of(new SampleRun(OPEN, 10, 20).result()))
        .contains("Authorization")
        .doesNotContain("s3cr3t");
  }

  @Test
  void leavesOutPercentilesThatTheSampleDoesNotSupport() {
    LoadResult result = new SampleRun(CLOSED, 1, 500).result();

    assertThat(HtmlReport.of(result))
        .contains("<dt>p99 latency</dt><dd>N/A <small>ms</small></dd>");
    assertThat(HtmlReport.of(result)).contains(">90 %<").doesNotContain(">99 %<");
  }

  @Test
  void anHourFitsIntoASmallFile() {
    String report = HtmlReport.of(new SampleRun(OPEN, 3_600, 20).result());

    assertThat(report.length()).isLessThan(400_000);
    assertThat(report).doesNotContain("src=", "href=", "@import", "url(");
  }
}
