package tasktracker.report.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tasktracker.load.LoadResult;
import tasktracker.load.model.Arrivals;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.OpenModel;
import tasktracker.load.model.ThinkTime;

class LoadReportTest {
  private static final OpenModel OPEN = new OpenModel(Arrivals.constant(200), 500);
  private static final ClosedModel CLOSED = new ClosedModel(64, 64, ThinkTime.parse("50ms-150ms"));

  @Test
  void showsBothLatenciesOfARunWithASchedule() {
    String report = html(new SampleRun(OPEN, 30, 200).result());

    assertThat(report)
        .contains("Response times in ms", "Service times in ms", ">Service time</th>")
        .contains("Dropped arrivals", "open: arrivals 200/s, at most 500 users");
  }

  @Test
  void showsOneLatencyOfAClosedModelAndNamesTheModelOnEveryChart() {
    String report = html(new SampleRun(CLOSED, 30, 200).result());

    assertThat(report).doesNotContain("Service times", ">Service time</th>");
    List<String> charts = List.of(report.split("<figure", -1));
    assertThat(charts).hasSize(4);
    assertThat(charts.subList(1, 4))
        .allMatch(chart -> chart.contains("class=\"conditions\">closed: 64 users, 64/s spawned"));
  }

  @Test
  void escapesWhatAServerSaidWhereverItStands() {
    String evil = "</script><script>alert(1)</script>\" onload='x' $1 \u0007";

    String report = html(new SampleRun(OPEN, 30, 20).saying(evil).result());

    assertThat(report)
        .doesNotContain("<script>alert", "onload='", "\u0007")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39; $1 \\u0007");
  }

  @Test
  void doesNotGiveAwayWhatHeadersSay() {
    assertThat(html(new SampleRun(OPEN, 10, 20).result()))
        .contains("Authorization")
        .doesNotContain("s3cr3t");
  }

  @Test
  void leavesOutPercentilesThatTheSampleDoesNotSupport() {
    LoadResult result = new SampleRun(CLOSED, 1, 500).result();

    assertThat(html(result))
        .contains("<span class=\"value\">N/A</span>")
        .contains(">90</th>")
        .doesNotContain(">99</th>");
  }

  @Test
  void anHourFitsIntoASmallFile() {
    String report = html(new SampleRun(OPEN, 3_600, 20).result());

    assertThat(report.length()).isLessThan(500_000);
    assertThat(report).doesNotContain("src=", "@import");
  }

  private static String html(LoadResult result) {
    return LoadReport.of(result, List.of()).toHtml();
  }
}
