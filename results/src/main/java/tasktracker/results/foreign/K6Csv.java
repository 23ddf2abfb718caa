package tasktracker.results.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tasktracker.load.recording.Endpoint;
import tasktracker.load.recording.ForeignRecorder;
import tasktracker.load.recording.Outcome;

/**
 * What {@code k6 run --out csv=FILE} writes: a row for each value of each metric. A request is a
 * row of {@code http_req_duration}, whose tags tell whether it failed. Set-up and teardown are left
 * out.
 */
final class K6Csv implements ForeignFormat {
  private static final String WHAT = "k6 CSV";
  private static final byte[] REQUEST = "http_req_duration".getBytes(UTF_8);
  private static final byte[] ITERATIONS = "iterations".getBytes(UTF_8);
  private static final byte[] DROPPED = "dropped_iterations".getBytes(UTF_8);
  private static final byte[] USERS = "vus".getBytes(UTF_8);
  private static final byte[] YES = "true".getBytes(UTF_8);
  private static final double LONGEST_MS = 7 * 24 * 3600 * 1e3;
  private static final double MANY = 1e9;
  private static final double NANOS_PER_MILLI = 1e6;

  @Override
  public String name() {
    return "k6-csv";
  }

  @Override
  public String shortName() {
    return "k6";
  }

  @Override
  public String generator() {
    return "k6";
  }

  @Override
  public String outputName() {
    return "k6.csv";
  }

  @Override
  public List<String> unknown() {
    return List.of(
        "Latencies of k6 count from sending a request, not from when it was due",
        "The CSV of k6 does not tell how large the answers of an endpoint were");
  }

  @Override
  public boolean canBeCut() {
    return true;
  }

  @Override
  public ForeignRecords read(Path file, ReadingProgress progress) {
    try (CsvRows rows = new CsvRows(file, progress)) {
      return new Reading(rows).all();
    }
  }

  /** One file while it is read. */
  private static final class Reading {
    private final CsvRows rows;
    private final Columns columns;
    private final ForeignRecorder recorder = new ForeignRecorder();
    private final EndpointNames names = new EndpointNames();
    private final int metric;
    private final int time;
    private final int value;
    private final int name;
    private final int url;
    private final int method;
    private final int status;
    private final int expected;
    private final int error;
    private final int errorCode;
    private final int group;
    private boolean anyRequest;
    private boolean anyIteration;

    Reading(CsvRows rows) {
      this.rows = rows;
      columns = Columns.of(rows, WHAT, "metric_name", "timestamp", "metric_value");
      metric = columns.of("metric_name");
      time = columns.of("timestamp");
      value = columns.of("metric_value");
      name = columns.of("name");
      url = columns.of("url");
      method = columns.of("method");
      status = columns.of("status");
      expected = columns.of("expected_response");
      error = columns.of("error");
      errorCode = columns.of("error_code");
      group = columns.of("group");
    }

    ForeignRecords all() {
      columns.forEach(rows, this::row);
      if (!anyRequest) {
        throw rows.mistake("the file ends without a request (metric http_req_duration)");
      }
      return new RecordedRequests(recorder, anyIteration);
    }

    private void row() {
      if (rows.is(metric, REQUEST)) {
        if (!isOutside()) {
          request();
        }
      } else if (rows.is(metric, ITERATIONS)) {
        recorder.addIterations(second(), (long) number(MANY));
        anyIteration = true;
      } else if (rows.is(metric, USERS)) {
        recorder.users(second(), (int) number(MANY));
      } else if (rows.is(metric, DROPPED)) {
        recorder.addDropped(second(), (long) number(MANY));
      }
    }

    /** Whether it belongs to what the script does before and after the load. */
    private boolean isOutside() {
      String within = text(group);
      return Stream.of("::setup", "::teardown")
          .anyMatch(stage -> within.equals(stage) || within.startsWith(stage + "::"));
    }

    private void request() {
      anyRequest = true;
      long second = second();
      Endpoint endpoint = names.of(text(method), name < 0 ? text(url) : text(name));
      long nanos = Math.round(number(LONGEST_MS) * NANOS_PER_MILLI);
      if (isSuccess()) {
        recorder.add(second, endpoint, Outcome.SUCCESS, nanos, ForeignRecorder.UNKNOWN_SIZE);
        return;
      }
      Outcome outcome = outcome();
      recorder.add(second, endpoint, outcome, nanos, ForeignRecorder.UNKNOWN_SIZE);
      String why = text(error);
      recorder.addFailure(
          second,
          endpoint,
          outcome,
          outcome == Outcome.HTTP_ERROR ? "HTTP " + text(status) : FailureText.of(why),
          FailureText.of(why));
    }

    private boolean isSuccess() {
      if (expected >= 0 && !rows.isBlank(expected)) {
        return rows.is(expected, YES);
      }
      int code = code(status);
      return text(errorCode).isEmpty() && (code == 0 ? text(error).isEmpty() : code < 400);
    }

    /** By the codes of errors that k6 documents. */
    private Outcome outcome() {
      if (code(status) >= 400) {
        return Outcome.HTTP_ERROR;
      }
      return switch (code(errorCode)) {
        case 0 -> Outcome.CHECK_FAILED;
        case 1050 -> Outcome.RESPONSE_TIMEOUT;
        case 1211 -> Outcome.CONNECT_TIMEOUT;
        case 1212 -> Outcome.CONNECT_REFUSED;
        case 1220 -> Outcome.CONNECTION_RESET;
        default -> Outcome.PROTOCOL_ERROR;
      };
    }

    private int code(int column) {
      String text = text(column);
      return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    private double number(double most) {
      return rows.number(value, "metric_value", most);
    }

    private long second() {
      return TimeCell.second(rows, time, "timestamp");
    }

    private String text(int column) {
      return column < 0 ? "" : rows.text(column);
    }
  }
}
