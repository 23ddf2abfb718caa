package tasktracker.report.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimeChartTest {

  @Test
  void marksTheEndOfTheWarmUpOnATimeAxisAroundIt() {
    String html =
        new TimeChart(
                "CPU time per request",
                "ms",
                4,
                Map.of("whole stack", List.of(Double.NaN, 8.0, 6.0, 5.0, 5.0, 5.0, 5.0, 5.0)),
                Map.of("end of the warm-up", 0))
            .toHtml("closed, no think time");

    assertThat(html)
        .contains("CPU time per request", "(ms)", "whole stack", "closed, no think time")
        .contains("<path class=\"mark\" d=\"M500.0 0V300\"/>", "end of the warm-up")
        .contains(">-4 s</i>", ">0 s</i>", ">4 s</i>");
  }
}
