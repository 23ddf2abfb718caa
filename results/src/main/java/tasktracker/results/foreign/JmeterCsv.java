package tasktracker.results.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import tasktracker.error.UsageException;
import tasktracker.load.recording.Endpoint;
import tasktracker.load.recording.ForeignRecorder;
import tasktracker.load.recording.Outcome;

/**
 * A JTL of JMeter as CSV with its heading: a row for each sample. Samples of transaction
 * controllers are iterations, not requests.
 */
final class JmeterCsv implements ForeignFormat {
  private static final String WHAT = "a JTL of JMeter in CSV";
  private static final byte[] YES = "true".getBytes(UTF_8);
  private static final byte[] NO = "false".getBytes(UTF_8);
  private static final double LONGEST_MS = 7 * 24 * 3600 * 1e3;
  private static final double MOST_BYTES = 1e12;
  private static final double MOST_USERS = 1e8;
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** What JMeter says of the sample of a transaction controller. */
  private static final String TRANSACTION = "Number of samples in transaction";

  private static final Pattern XML = Pattern.compile("\\s*<(\\?xml|testResults).*");

  @Override
  public String name() {
    return "jtl";
  }

  @Override
  public String shortName() {
    return "jtl";
  }

  @Override
  public String generator() {
    return "JMeter";
  }

  @Override
  public String outputName() {
    return "jmeter.jtl";
  }

  @Override
  public List<String> unknown() {
    return List.of(
        "Latencies of JMeter count from sending a request, not from when it was due",
        "Latencies of JMeter are whole milliseconds");
  }

  @Override
  public double stepAt(double latencyMs) {
    return 1;
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
    private final int time;
    private final int elapsed;
    private final int label;
    private final int success;
    private final int code;
    private final int message;
    private final int failure;
    private final int bytes;
    private final int users;
    private boolean anyRequest;
    private boolean anyTransaction;

    Reading(CsvRows rows) {
      this.rows = rows;
      columns = heading(rows);
      time = columns.of("timeStamp");
      elapsed = columns.of("elapsed");
      label = columns.of("label");
      success = columns.of("success");
      code = columns.of("responseCode");
      message = columns.of("responseMessage");
      failure = columns.of("failureMessage");
      bytes = columns.of("bytes");
      users = columns.of("allThreads");
    }

    private static Columns heading(CsvRows rows) {
      try {
        return Columns.of(rows, WHAT, "timeStamp", "elapsed", "label", "success");
      } catch (UsageException e) {
        if (rows.cells() > 0 && XML.matcher(rows.text(0)).matches()) {
          throw new UsageException(
              "%s: is XML: let JMeter write CSV (-Jjmeter.save.saveservice.output_format=csv)"
                  .formatted(rows.place()),
              e);
        }
        throw new UsageException(
            e.getMessage() + " (-Jjmeter.save.saveservice.print_field_names=true writes it)", e);
      }
    }

    ForeignRecords all() {
      columns.forEach(rows, this::row);
      if (!anyRequest) {
        throw rows.mistake("the file ends without a request");
      }
      return new RecordedRequests(recorder, anyTransaction);
    }

    private void row() {
      long took = (long) rows.number(elapsed, "elapsed", LONGEST_MS);
      long second = Math.floorDiv(TimeCell.millis(rows, time, "timeStamp") + took, 1000L);
      if (message >= 0 && rows.text(message).startsWith(TRANSACTION)) {
        recorder.addIterations(second, 1);
        anyTransaction = true;
        return;
      }
      anyRequest = true;
      if (users >= 0 && !rows.isBlank(users)) {
        recorder.users(second, (int) rows.number(users, "allThreads", MOST_USERS));
      }
      long size =
          bytes < 0 || rows.isBlank(bytes)
              ? ForeignRecorder.UNKNOWN_SIZE
              : (long) rows.number(bytes, "bytes", MOST_BYTES);
      Endpoint endpoint = names.of("", rows.text(label));
      if (isSuccess()) {
        recorder.add(second, endpoint, Outcome.SUCCESS, took * NANOS_PER_MILLI, size);
        return;
      }
      Outcome outcome = outcome();
      recorder.add(second, endpoint, outcome, took * NANOS_PER_MILLI, size);
      recorder.addFailure(
          second,
          endpoint,
          outcome,
          FailureText.of((text(code) + " " + text(message)).strip()),
          FailureText.of(text(failure)));
    }

    private boolean isSuccess() {
      if (rows.is(success, YES)) {
        return true;
      }
      if (rows.is(success, NO)) {
        return false;
      }
      throw rows.mistake(success, "success", "neither true nor false");
    }

    /** By the status, or by the exception of Java that JMeter puts in its place. */
    private Outcome outcome() {
      String status = text(code);
      if (status.matches("[45]\\d\\d")) {
        return Outcome.HTTP_ERROR;
      }
      if (status.matches("\\d*")) {
        return Outcome.CHECK_FAILED;
      }
      String said = status + " " + text(message);
      if (said.contains("ConnectTimeoutException") || said.contains("connect timed out")) {
        return Outcome.CONNECT_TIMEOUT;
      }
      if (said.contains("ConnectException") || said.contains("refused")) {
        return Outcome.CONNECT_REFUSED;
      }
      if (said.contains("SocketTimeoutException")) {
        return Outcome.RESPONSE_TIMEOUT;
      }
      return said.contains("SocketException") || said.contains("NoHttpResponseException")
          ? Outcome.CONNECTION_RESET
          : Outcome.PROTOCOL_ERROR;
    }

    private String text(int column) {
      return column < 0 ? "" : rows.text(column);
    }
  }
}
