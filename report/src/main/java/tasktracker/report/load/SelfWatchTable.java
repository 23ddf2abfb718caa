package tasktracker.report.load;

import java.util.List;
import tasktracker.load.LoadResult;
import tasktracker.load.watch.SelfWatch;

/** What the generator saw of itself, and why the run can or cannot bear a claim. */
final class SelfWatchTable {
  private SelfWatchTable() {}

  static String of(LoadResult result) {
    SelfWatch watch = result.selfWatch();
    List<String> reasons = result.validity().reasons();
    StringBuilder html = new StringBuilder();
    html.append(
        Html.paragraph(
            "%s%s"
                .formatted(
                    result.validity().verdict(),
                    reasons.isEmpty() ? ": no threshold was passed." : ", because")));
    if (!reasons.isEmpty()) {
      html.append("<ul>");
      reasons.forEach(reason -> html.append("<li>").append(Html.escape(reason)).append("</li>"));
      html.append("</ul>\n");
    }
    html.append("<dl class=\"settings\">\n");
    html.append(
        Html.definition("CPU of the generator, mean", Figures.percent(watch.meanCpuPerCore())));
    html.append(
        Html.definition(
            "CPU of the generator, highest second", Figures.percent(watch.highestCpuPerCore())));
    html.append(
        Html.definition(
            "Scheduling delay, p99",
            Figures.withUnit(watch.schedulingDelay().supportedPercentile(99))));
    html.append(
        Html.definition(
            "Scheduling delay, longest", Figures.withUnit(watch.schedulingDelay().max())));
    html.append(
        Html.definition(
            "Garbage collection, longest pause", Figures.withUnit(watch.longestGcPause())));
    html.append(Html.definition("Little's law, residual", Figures.percent(watch.littleResidual())));
    html.append(Html.definition("Dropped arrivals", Figures.count(result.dropped())));
    html.append(Html.definition("Reconnects", Figures.count(result.reconnects())));
    html.append(Html.definition("In flight at the end, awaited", Figures.count(result.awaited())));
    html.append(
        Html.definition("Latencies beyond the histogram", Figures.count(result.beyondRange())));
    return html.append("</dl>\n").toString();
  }
}
