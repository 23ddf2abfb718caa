package tasktracker.load;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import tasktracker.load.http.HttpSettings;
import tasktracker.load.http.TargetHost;
import tasktracker.load.model.Durations;
import tasktracker.load.model.LoadModel;
import tasktracker.load.scenario.Scenario;

/**
 * One load test: what is asked of whom, how, and for how long. Immutable; {@link #of} gives the
 * usual settings and the {@code with} methods change one of them.
 *
 * @param target HTTP or HTTPS URL of a host, for example {@code http://localhost:9000}
 * @param warmUp least time from the first spawned user to the begin of the measurement, which also
 *     waits until every user is running
 * @param warmUpLimit longest such time for a system that is not warm yet, as {@link
 *     LoadListener#isWarm} tells; the same as {@code warmUp} where nobody is asked
 * @param measurement length of the measurement
 * @param http timeouts, headers and connections
 * @param seed of all random numbers
 */
public record LoadPlan(
    URI target,
    Scenario scenario,
    LoadModel model,
    Duration warmUp,
    Duration warmUpLimit,
    Duration measurement,
    HttpSettings http,
    long seed) {

  /**
   * @throws IllegalArgumentException when the target is no URL of a host alone, or a time is out of
   *     its range
   */
  public LoadPlan {
    Objects.requireNonNull(scenario, "scenario");
    Objects.requireNonNull(model, "model");
    requireHost(target);
    if (warmUp.isNegative()) {
      throw new IllegalArgumentException("warm-up must not be negative: " + warmUp);
    }
    if (warmUpLimit.compareTo(warmUp) < 0) {
      throw new IllegalArgumentException(
          "the limit of the warm-up, %s, is below its least time, %s"
              .formatted(Durations.format(warmUpLimit), Durations.format(warmUp)));
    }
    if (!measurement.isPositive()) {
      throw new IllegalArgumentException("measurement must be above 0, not " + measurement);
    }
    Durations.requireBounded("warm-up", warmUp);
    Durations.requireBounded("measurement", measurement);
    Objects.requireNonNull(http, "http");
  }

  /** Where random numbers begin where nobody says so. */
  public static final long USUAL_SEED = 1;

  /** A plan with 10 s of warm-up, 60 s of measurement, the usual HTTP settings, and seed 1. */
  public static LoadPlan of(URI target, Scenario scenario, LoadModel model) {
    return new LoadPlan(
        target,
        scenario,
        model,
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        HttpSettings.DEFAULT,
        USUAL_SEED);
  }

  /** This plan for another host. */
  public LoadPlan withTarget(URI host) {
    return new LoadPlan(host, scenario, model, warmUp, warmUpLimit, measurement, http, seed);
  }

  /** This plan with a warm-up of this length. */
  public LoadPlan withWarmUp(Duration time) {
    return withWarmUp(time, time);
  }

  /** This plan with a warm-up that ends between these times, when the system is warm. */
  public LoadPlan withWarmUp(Duration least, Duration limit) {
    return new LoadPlan(target, scenario, model, least, limit, measurement, http, seed);
  }

  /** This plan with another length of the measurement. */
  public LoadPlan withMeasurement(Duration time) {
    return new LoadPlan(target, scenario, model, warmUp, warmUpLimit, time, http, seed);
  }

  /** This plan with other HTTP settings. */
  public LoadPlan withHttp(HttpSettings settings) {
    return new LoadPlan(target, scenario, model, warmUp, warmUpLimit, measurement, settings, seed);
  }

  /** This plan with other timeouts. */
  public LoadPlan withTimeouts(Duration connect, Duration response) {
    return withHttp(http.withTimeouts(connect, response));
  }

  /** This plan with another seed. */
  public LoadPlan withSeed(long newSeed) {
    return new LoadPlan(target, scenario, model, warmUp, warmUpLimit, measurement, http, newSeed);
  }

  /** Connections that its users keep open. */
  public long connections() {
    return (long) model.users() * http.connectionsPerUser();
  }

  private static void requireHost(URI target) {
    try {
      TargetHost.of(target);
      if (target.getRawQuery() == null
          && (target.getRawPath().isEmpty() || target.getRawPath().equals("/"))) {
        return;
      }
    } catch (IllegalArgumentException e) {
      throw notAHost(target, ": " + e.getMessage(), e);
    }
    throw notAHost(target, "", null);
  }

  private static IllegalArgumentException notAHost(URI target, String reason, Throwable cause) {
    return new IllegalArgumentException(
        "target must be a URL such as http://localhost:9000, without a path, not %s%s"
            .formatted(TargetHost.withoutUser(target.toString()), reason),
        cause);
  }
}
