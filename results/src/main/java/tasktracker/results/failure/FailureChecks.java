package tasktracker.results.failure;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import tasktracker.results.RunChecks;
import tasktracker.results.file.Mistake;
import tools.jackson.databind.JsonNode;

/**
 * Checks {@code failure_results.json} before it is used: lists of one length, nothing negative, all
 * within a week of the begin of the load.
 */
final class FailureChecks {
  private static final double WEEK = 7 * 24 * 3600;
  private static final double LATEST = 32_503_680_000.0;
  private static final String SERIES = "time_series";
  private static final List<String> RATES = List.of("requests_per_second", "failures_per_second");
  private static final List<String> LATENCIES =
      List.of("latency_p50", "latency_p95", "latency_p99");
  private static final List<String> NEWER =
      List.of("success_latency_p50", "success_latency_p95", "success_latency_p99");
  private static final List<String> OF_BASELINE =
      List.of("goodput", "least_goodput", "p95", "longest_p95", "error_rate", "error_band");

  private final JsonNode result;
  private final int length;
  private final double begin;

  private FailureChecks(JsonNode result) {
    this.result = result;
    JsonNode times = result.path(SERIES).path("timestamps");
    unless(times.isArray(), "must be a list", SERIES, "timestamps");
    unless(times.size() <= WEEK, "is longer than a week", SERIES, "timestamps");
    length = times.size();
    begin = length == 0 ? 0 : times.get(0).asDouble(-1);
    for (int i = 0; i < length; i++) {
      double least = i == 0 ? 0 : times.get(i - 1).asDouble();
      double most = i == 0 ? LATEST : begin + WEEK;
      double time = times.get(i).isNumber() ? times.get(i).asDouble() : -1;
      unless(
          time >= least && time <= most,
          "must be a later time in epoch seconds",
          SERIES,
          "timestamps",
          i);
    }
  }

  /** Checks a result as it stands in a file. */
  static void check(JsonNode result) {
    unless(result.isObject(), "must hold keys with values");
    FailureChecks checks = new FailureChecks(result);
    checks.series();
    checks.endpoints();
    checks.injections();
    checks.rest();
  }

  private void series() {
    JsonNode series = result.path(SERIES);
    RATES.forEach(key -> list(series.path(key), true, SERIES, key));
    LATENCIES.forEach(key -> list(series.path(key), false, SERIES, key));
    NEWER.forEach(key -> listIfAny(series.path(key), false, SERIES, key));
    listIfAny(series.path("goodput_per_second"), true, SERIES, "goodput_per_second");
    listIfAny(series.path("slow_per_second"), true, SERIES, "slow_per_second");
    RunChecks.below(series, SERIES);
  }

  private void endpoints() {
    JsonNode endpoints = result.path("endpoints");
    for (int i = 0; i < items(endpoints, "endpoints"); i++) {
      JsonNode endpoint = endpoints.get(i);
      for (String key : List.of("method", "name")) {
        unless(endpoint.path(key).isString(), "must be text", "endpoints", i, key);
      }
      for (String key : List.of("requests", "failures", "slow")) {
        list(endpoint.path(key), true, "endpoints", i, key);
      }
      for (String key : List.of("success_latency_p50", "success_latency_p95")) {
        listIfAny(endpoint.path(key), false, "endpoints", i, key);
      }
      RunChecks.below(endpoint, "endpoints", i);
    }
  }

  private void injections() {
    JsonNode injections = result.path("injections");
    for (int i = 0; i < items(injections, "injections"); i++) {
      injection(injections.get(i), "injections", i);
    }
    if (!isAbsent(result.path("injection"))) {
      injection(result.path("injection"), "injection");
    }
  }

  private void injection(JsonNode injection, Object... path) {
    unless(injection.isObject(), "must hold keys with values", path);
    for (String key : List.of("target_service", "failure_mode")) {
      unless(injection.path(key).isString(), "must be text", Mistake.path(path, key));
    }
    if (!isAbsent(injection.path("recovery"))) {
      for (String key : List.of("requested_ts", "inject_start_ts", "inject_end_ts")) {
        boolean isThere = !isAbsent(injection.path(key));
        unless(isThere, "is missing, and recovery counts from it", Mistake.path(path, key));
      }
    }
    near(injection.path("inject_start_epoch"), Mistake.path(path, "inject_start_epoch"));
    near(injection.path("inject_end_epoch"), Mistake.path(path, "inject_end_epoch"));
    for (String key : List.of("inject_start_ts", "inject_end_ts", "requested_ts", "ready_ts")) {
      if (injection.path(key).isString()) {
        unless(
            isNear(epoch(injection.path(key).asString())),
            "must be a time within a week of the load",
            Mistake.path(path, key));
      }
    }
  }

  private void rest() {
    near(result.path("test_start_epoch"), "test_start_epoch");
    near(result.path("test_end_epoch"), "test_end_epoch");
    JsonNode stats = result.path("stats");
    unless(isAbsent(stats) || stats.isObject(), "must hold keys with values", "stats");
    RunChecks.figures(stats);
    JsonNode errors = result.path("errors");
    for (int i = 0; i < items(errors, "errors"); i++) {
      unless(errors.get(i).path("kind").isString(), "must be text", "errors", i, "kind");
    }
    for (int i = 0; i < items(result.path("doubts"), "doubts"); i++) {
      unless(result.path("doubts").get(i).isString(), "must be text", "doubts", i);
    }
    if (!isAbsent(result.path("baseline"))) {
      for (String key : OF_BASELINE) {
        double value = result.path("baseline").path(key).asDouble(-1);
        unless(value >= 0 && value <= 1e15, "must be a number from 0", "baseline", key);
      }
    }
    if (!isAbsent(result.path("ledger"))) {
      unless(result.path("ledger").path("unread").isArray(), "must be a list", "ledger", "unread");
    }
    RunChecks.below(result.path("resources"), "resources");
  }

  /** The number of items of a list that may be absent. */
  private static int items(JsonNode list, String key) {
    unless(isAbsent(list) || list.isArray(), "must be a list", key);
    return list.size();
  }

  private void listIfAny(JsonNode list, boolean complete, Object... path) {
    if (!isAbsent(list)) {
      list(list, complete, path);
    }
  }

  private void list(JsonNode list, boolean complete, Object... path) {
    unless(
        list.isArray() && list.size() == length,
        "must be a list as long as time_series.timestamps, which has " + length,
        path);
    for (int i = 0; i < length; i++) {
      boolean fits = list.get(i).isNumber() || (!complete && isAbsent(list.get(i)));
      unless(fits, "must be a number", Mistake.path(path, i));
    }
  }

  private void near(JsonNode time, Object... path) {
    boolean unknown = isAbsent(time) || (time.isNumber() && time.asDouble() == 0);
    unless(
        unknown || (time.isNumber() && isNear(time.asDouble())),
        "must be a time within a week of the load, in epoch seconds",
        path);
  }

  private boolean isNear(double time) {
    return length == 0 ? time >= 0 && time <= LATEST : Math.abs(time - begin) <= WEEK;
  }

  /** What has no offset is left to the reader. */
  private double epoch(String time) {
    try {
      return Instant.parse(time).getEpochSecond();
    } catch (DateTimeParseException e) {
      return begin;
    }
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private static void unless(boolean right, String reason, Object... path) {
    if (!right) {
      throw Mistake.at(reason, path);
    }
  }
}
