package tasktracker.experiments;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.Effect;
import tasktracker.report.verdict.RunFiguresReading;
import tasktracker.results.RunResult;

/** The figures of runs that are compared, a line of CSV each, in the order of time. */
public final class RunFiguresTable {
  private static final List<ComparedMetric> METRICS =
      List.of(ComparedMetric.values()).stream()
          .filter(metric -> metric.headline() && metric.scale() == Effect.Scale.RATIO)
          .toList();

  private RunFiguresTable() {}

  /** The table with its headings; a missing figure is empty. */
  public static String of(List<RunResult> runs) {
    StringBuilder table = new StringBuilder("start_ts,concurrency,repetition,validity");
    METRICS.forEach(metric -> table.append(',').append(metric.key()));
    table.append('\n');
    runs.stream()
        .sorted(
            Comparator.comparing(
                RunResult::start, Comparator.nullsFirst(Comparator.naturalOrder())))
        .forEach(run -> table.append(String.join(",", line(run))).append('\n'));
    return table.toString();
  }

  private static List<String> line(RunResult run) {
    List<String> cells = new ArrayList<>();
    cells.add(run.start() == null ? "" : run.start().toString());
    cells.add(String.valueOf(run.concurrency()));
    cells.add(String.valueOf(run.repetition().orElse(1)));
    cells.add(run.addition("validity", String.class).orElse(""));
    Map<ComparedMetric, Double> figures = RunFiguresReading.of(run, List.of());
    METRICS.forEach(metric -> {
      Double figure = figures.get(metric);
      cells.add(figure == null ? "" : figure.toString());
    });
    return cells;
  }
}
