package tasktracker.analysis.objective;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.load.model.Durations;

/**
 * What a service promises: upper bounds that all must hold, such as {@code
 * p95<200ms,error_rate<1%}.
 *
 * @param bounds one or more
 */
public record ServiceLevelObjective(List<Bound> bounds) {
  private static final Pattern FORM = Pattern.compile("\\s*(\\w+)\\s*<\\s*(\\S+)\\s*");
  private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)%");

  /** Copies the bounds. */
  public ServiceLevelObjective {
    bounds = List.copyOf(bounds);
  }

  /**
   * One bound.
   *
   * @param metric a latency or the error rate
   * @param limit in the unit of the metric: ms or percent; the figure must be below it
   */
  public record Bound(ComparedMetric metric, double limit) {

    /** How far a figure is from the limit; below 0 where it keeps to it. */
    public double excess(double figure) {
      return figure - limit;
    }
  }

  /**
   * Reads bounds that are separated by commas.
   *
   * @throws IllegalArgumentException with one line that says what is wrong and what would be right
   */
  public static ServiceLevelObjective parse(String text) {
    List<Bound> bounds = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Matcher form = FORM.matcher(part);
      ComparedMetric metric = form.matches() ? bounded(form.group(1)) : null;
      if (metric == null) {
        throw new IllegalArgumentException(
            "'%s' is no bound such as p95<200ms or error_rate<1%% (p50, p95, p99, error_rate)"
                .formatted(part.strip()));
      }
      bounds.add(new Bound(metric, limit(metric, form.group(2))));
    }
    return new ServiceLevelObjective(bounds);
  }

  private static ComparedMetric bounded(String name) {
    return ComparedMetric.named(name)
        .filter(metric -> metric.isLatency() || metric == ComparedMetric.ERROR_RATE)
        .orElse(null);
  }

  private static double limit(ComparedMetric metric, String text) {
    double limit;
    if (metric == ComparedMetric.ERROR_RATE) {
      Matcher percent = PERCENT.matcher(text);
      if (!percent.matches()) {
        throw new IllegalArgumentException("'%s' is no error rate such as 1%%".formatted(text));
      }
      limit = Double.parseDouble(percent.group(1));
    } else {
      limit = Durations.parse(text).toNanos() / 1e6;
    }
    if (limit <= 0) {
      throw new IllegalArgumentException("'%s' is not above 0".formatted(text));
    }
    return limit;
  }

  /**
   * Whether figures keep to every bound. A figure that is missing keeps to none.
   *
   * @param figure gives the figure of a metric, or null
   */
  public boolean isMetBy(Function<ComparedMetric, Double> figure) {
    return bounds.stream()
        .allMatch(bound -> {
          Double value = figure.apply(bound.metric());
          return value != null && bound.excess(value) < 0;
        });
  }
}
