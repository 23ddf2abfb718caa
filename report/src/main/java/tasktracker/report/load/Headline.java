package tasktracker.report.load;

import java.util.Locale;
import tasktracker.load.LoadResult;
import tasktracker.load.recording.EndpointStatistics;
import tasktracker.load.recording.Latencies;
import tasktracker.load.watch.RunValidity;

/** The figures that one looks for first, with the verdict on the run above them. */
final class Headline {
  private final LoadResult result;
  private final StringBuilder html = new StringBuilder();

  private Headline(LoadResult result) {
    this.result = result;
  }

  static String of(LoadResult result) {
    Headline headline = new Headline(result);
    headline.verdict();
    headline.figures();
    return headline.html.toString();
  }

  private void verdict() {
    RunValidity validity = result.validity();
    String verdict = validity.verdict().name();
    html.append(
        "<p class=\"verdict %s\"><b>%s</b> %s</p>\n"
            .formatted(
                verdict.toLowerCase(Locale.ROOT),
                verdict,
                Html.escape(
                    validity.reasons().isEmpty()
                        ? "nothing speaks against these figures"
                        : String.join("; ", validity.reasons()))));
  }

  private void figures() {
    EndpointStatistics all = result.aggregated();
    html.append("<dl class=\"headline\">\n");
    figure("Throughput", Figures.decimal(result.throughput()), "requests/s");
    figure("Goodput", Figures.decimal(result.goodput()), "successful/s");
    figure(
        "Failed",
        all.requests() == 0 ? Figures.NONE : Figures.percent(all.errorRate()),
        "of %s requests".formatted(Figures.count(all.requests())));
    if (result.plan().model().hasSchedule()) {
      latencies("response", all.latencies());
      latencies("service", all.serviceTimes());
      figure("Dropped", Figures.count(result.dropped()), "arrivals");
    } else {
      latencies("latency", all.latencies());
    }
    html.append("</dl>\n");
  }

  private void latencies(String kind, Latencies latencies) {
    figure("p50 " + kind, Figures.millis(latencies.supportedPercentile(50)), "ms");
    figure("p95 " + kind, Figures.millis(latencies.supportedPercentile(95)), "ms");
    figure("p99 " + kind, Figures.millis(latencies.supportedPercentile(99)), "ms");
  }

  private void figure(String name, String value, String unit) {
    html.append(
        "<div><dt>%s</dt><dd>%s <small>%s</small></dd></div>\n"
            .formatted(Html.escape(name), Html.escape(value), Html.escape(unit)));
  }
}
