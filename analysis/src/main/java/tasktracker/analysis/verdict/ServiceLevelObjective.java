package tasktracker.analysis.verdict;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tasktracker.load.model.Durations;

/**
 * What a service promises: upper bounds that all must hold, such as {@code
 * p95<200ms,error_rate<1%}. A part may be about one endpoint, and about every so many seconds:
 * {@code checkout: p95<300ms every 10s; error_rate<1%}.
 *
 * @param bounds one or more
 */
public record ServiceLevelObjective(List<Bound> bounds) {
  private static final Pattern PART =
      Pattern.compile("\\s*(?:(\\S.*?)\\s*:\\s+)?([^:]+?)(?:\\s+every\\s+(\\S+))?\\s*");
  private static final Pattern FORM = Pattern.compile("\\s*(\\w+)\\s*<\\s*(\\S+)\\s*");
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)%");

  /** Copies the bounds. */
  public ServiceLevelObjective {
    bounds = List.copyOf(bounds);
  }

  /**
   * One bound.
   *
   * @param endpoint that it is about; null for all together
   * @param metric a latency or the error rate
   * @param limit in the unit of the metric: ms or percent; the figure must be below it
   * @param window the bound holds in every window of this length; null for the whole measurement
   */
  public record Bound(String endpoint, ComparedMetric metric, double limit, Duration window) {

    /** A bound on all endpoints over the whole measurement. */
    public static Bound of(ComparedMetric metric, double limit) {
      return new Bound(null, metric, limit, null);
    }

    /** How far a figure is from the limit; below 0 where it keeps to it. */
    public double excess(double figure) {
      return figure - limit;
    }

    /** Whether it is about all endpoints over the whole measurement. */
    @JsonIgnore
    public boolean isOfWholeRun() {
      return endpoint == null && window == null;
    }

    /**
     * Whether it is about an endpoint, which it names with or without the method: {@code GET /a}.
     */
    public boolean isAbout(String called) {
      return endpoint == null
          || called.equals(endpoint)
          || called.substring(called.indexOf(' ') + 1).equals(endpoint);
    }

    /**
     * The largest figure of the windows that are whole, the whole measurement where it is shorter
     * than one; null where one of them has no figure, as it might be the worst.
     *
     * @param figure of the seconds of a window, or null
     */
    public <S> Double worst(List<S> seconds, Function<List<S>, Double> figure) {
      int length =
          window == null ? seconds.size() : (int) Math.min(seconds.size(), window.toSeconds());
      Double worst = null;
      for (int begin = 0; length > 0 && begin + length <= seconds.size(); begin += length) {
        Double each = figure.apply(seconds.subList(begin, begin + length));
        if (each == null) {
          return null;
        }
        worst = worst == null ? each : (Double) Math.max(worst, each);
      }
      return worst;
    }

    /** As people write it: {@code checkout: p95 < 300 ms every 10 s}. */
    @Override
    public String toString() {
      return (endpoint == null ? "" : endpoint + ": ")
          + (metric == ComparedMetric.ERROR_RATE ? metric.key() : metric.option())
          + " < "
          + Wording.plain(limit, 10)
          + " "
          + metric.unit()
          + (window == null ? "" : " every " + Durations.format(window));
    }
  }

  /**
   * Reads parts that are separated by semicolons, each with bounds that are separated by commas.
   *
   * @throws IllegalArgumentException with one line that says what is wrong and what would be right
   */
  public static ServiceLevelObjective parse(String text) {
    List<Bound> bounds = new ArrayList<>();
    for (String part : text.split(";", -1)) {
      Matcher form = PART.matcher(part);
      if (!form.matches()) {
        throw notABound(part);
      }
      for (String bound : form.group(2).split(",", -1)) {
        bounds.add(bound(form.group(1), bound, form.group(3)));
      }
    }
    return new ServiceLevelObjective(bounds);
  }

  private static Bound bound(String endpoint, String text, String every) {
    Matcher form = FORM.matcher(text);
    ComparedMetric metric = form.matches() ? bounded(form.group(1)) : null;
    if (metric == null) {
      throw notABound(text);
    }
    Duration window = every == null ? null : Durations.parse(every);
    if (window != null && (window.isZero() || window.toNanos() % NANOS_PER_SECOND != 0)) {
      throw new IllegalArgumentException(
          "'every %s' is no number of whole seconds such as 10s".formatted(every));
    }
    return new Bound(endpoint, metric, limit(metric, form.group(2)), window);
  }

  private static IllegalArgumentException notABound(String text) {
    return new IllegalArgumentException(
        ("'%s' is no bound such as p95<200ms, error_rate<1%% or checkout: p95<300ms every 10s"
                + " (p50, p95, p99, error_rate)")
            .formatted(text.strip()));
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

  /** Whether every bound is about all endpoints over the whole measurement. */
  public boolean isOfWholeRuns() {
    return bounds.stream().allMatch(Bound::isOfWholeRun);
  }

  /**
   * Whether figures keep to every bound. A figure that is missing keeps to none.
   *
   * @param figure gives the figure that a bound is about, or null
   */
  public boolean isMetBy(Function<Bound, Double> figure) {
    return bounds.stream()
        .allMatch(bound -> {
          Double value = figure.apply(bound);
          return value != null && bound.excess(value) < 0;
        });
  }
}
