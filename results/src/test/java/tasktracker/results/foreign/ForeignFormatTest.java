package tasktracker.results.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tasktracker.error.LabException;
import tasktracker.error.UsageException;
import tasktracker.load.recording.ForeignRecorder.Span;
import tasktracker.load.recording.Outcome;
import tasktracker.load.recording.Recording;
import tasktracker.results.RunFigures;

class ForeignFormatTest {
  private static final String K6 =
      """
      metric_name,timestamp,metric_value,error,error_code,expected_response,group,method,name,status,url
      vus,1767186148,1.000000,,,,,,,,
      http_req_duration,1767186148,900.5,,,true,::setup,POST,http://a:1/seed,200,http://a:1/seed
      http_req_duration,1767186149,10.5,,,true,,GET,http://a:1/items/17?x=1,200,http://a:1/items/17?x=1
      http_req_waiting,1767186149,9.5,,,true,,GET,http://a:1/items/17?x=1,200,http://a:1/items/17?x=1
      http_req_duration,1767186149,20.5,,,true,,GET,http://a:1/items/18,200,http://a:1/items/18
      http_req_duration,1767186150,30,,1503,false,,GET,buy,503,http://a:1/buy
      http_req_duration,1767186150,0,"dial: connection, refused",1212,false,,GET,buy,0,http://a:1/buy
      vus,1767186150,2.000000,,,,,,,,
      iterations,1767186150,1.000000,,,,,,,,
      """;
  private static final String JTL =
      """
      timeStamp,elapsed,label,responseCode,responseMessage,threadName,success,failureMessage,bytes,allThreads
      1767186148900,50,Home,200,OK,t 1-1,true,,100,2
      1767186148900,250,Home,200,OK,t 1-2,true,,300,2
      1767186149000,10,Buy,500,Server Error,t 1-1,false,"expected
      200",5,3
      1767186149000,60,Shop,200,"Number of samples in transaction : 2, number of failing samples : 1",t 1-1,false,,105,3
      """;
  private static final String HISTORY =
      """
      Timestamp,User Count,Type,Name,Requests/s,Failures/s,Total Request Count,Total Failure Count
      100,0,,Aggregated,0,0,0,0
      101,2,,Aggregated,0,0,0,0
      102,2,,Aggregated,5,0,5,0
      103,2,,Aggregated,5,0,10,1
      """;
  private static final String STATS =
      """
      Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,Min Response Time,Max Response Time,Average Content Size,Requests/s,Failures/s,50%,95%,99%
      GET,/,10,1,7,8.5,3,20,64,5.1,0.5,7,18,20
      ,Aggregated,10,1,7,8.5,3,20,64,5.1,0.5,7,18,20
      """;

  @TempDir private Path folder;

  @Test
  void k6TellsRequestsByEndpointSecondAndOutcome() throws IOException {
    ForeignRecords records = read("k6", file("a.csv", K6));

    assertThat(records.span()).isEqualTo(new Span(1767186148, 1767186151));
    assertThat(records.mostUsers()).contains(2);
    assertThat(records.atFullLoad()).contains(new Span(1767186150, 1767186151));
    ForeignMeasurement all = records.part(records.span());
    assertThat(all.iterations()).contains(1L);
    RunFigures figures = all.figures();
    assertThat(figures.totalRequests()).as("without those of set-up").isEqualTo(4);
    assertThat(figures.totalFailures()).isEqualTo(2);
    assertThat(figures.latency().max()).isEqualTo(30.0);
    assertThat(figures.latency().avg()).isEqualTo(61.0 / 4);
    Recording recording = all.recording().orElseThrow();
    assertThat(recording.endpoints())
        .extracting(each -> each.endpoint().method() + " " + each.endpoint().name())
        .containsExactly("GET /items/{id}", "GET buy");
    assertThat(recording.seconds())
        .extracting(second -> second.aggregated().requests())
        .containsExactly(0L, 2L, 2L);
    assertThat(recording.failures())
        .extracting(failure -> failure.outcome() + " " + failure.message())
        .containsExactlyInAnyOrder(
            "HTTP_ERROR HTTP 503", "CONNECT_REFUSED dial: connection, refused");
    assertThat(recording.aggregated().meanContentSize()).isNaN();
  }

  @Test
  void k6IsIdleBeforeItsUsersRunAndGroupsAreNoSetUp() throws IOException {
    String idle =
        K6.replaceFirst(
                "vus,1767186148,1.000000", "vus,1767186100,0,,,,,,,,\nvus,1767186148,1.000000")
            + "http_req_duration,1767186150,7,,,true,::setup basket,GET,basket,200,http://a:1/b\n"
            + "vus,1767186190,0,,,,,,,,\n";

    ForeignRecords records = read("k6", file("idle.csv", idle));

    assertThat(records.span()).isEqualTo(new Span(1767186148, 1767186151));
    assertThat(records.part(records.span()).figures().totalRequests()).isEqualTo(5);
  }

  @Test
  void cutsAMessageBetweenCharacters() {
    assertThat(FailureText.of("x".repeat(199) + "\uD83D\uDE00 and more"))
        .isEqualTo("x".repeat(199));
  }

  @Test
  void aPartHoldsOnlyItsSeconds() throws IOException {
    ForeignMeasurement part = read("k6", file("a.csv", K6)).part(new Span(1767186150, 1767186151));

    assertThat(part.figures().totalRequests()).isEqualTo(2);
    assertThat(part.figures().throughput()).isEqualTo(2.0);
    assertThat(part.recording().orElseThrow().failures()).hasSize(2);
    assertThat(part.iterations()).contains(1L);
  }

  @Test
  void readsWhatGzipPackedAndTimesOfAnyUnit() throws IOException {
    Path packed = folder.resolve("a.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(K6.replaceAll(",(17671861\\d\\d),", ",$1000000000,").getBytes(UTF_8));
    }
    Path dated =
        file(
            "dated.csv",
            K6.replace(",1767186148,", ",2025-12-31T13:02:28Z,")
                .replace(",1767186149,", ",2025-12-31T14:02:29.75+01:00,")
                .replace(",1767186150,", ",1767186150123,"));

    for (Path file : List.of(packed, dated)) {
      ForeignRecords records = read("k6", file);
      assertThat(records.span()).isEqualTo(new Span(1767186148, 1767186151));
      assertThat(records.part(records.span()).figures().totalRequests()).isEqualTo(4);
    }
  }

  @Test
  void jmeterCountsARequestWhenItEndedAndATransactionAsAnIteration() throws IOException {
    ForeignRecords records = read("jtl", file("a.jtl", JTL));

    assertThat(records.span()).isEqualTo(new Span(1767186148, 1767186150));
    assertThat(records.mostUsers()).contains(3);
    ForeignMeasurement all = records.part(records.span());
    assertThat(all.iterations()).contains(1L);
    Recording recording = all.recording().orElseThrow();
    assertThat(recording.seconds())
        .extracting(second -> second.aggregated().requests())
        .containsExactly(1L, 2L);
    assertThat(recording.endpoints())
        .extracting(each -> each.endpoint().name() + " " + each.meanContentSize())
        .containsExactly("Buy 5.0", "Home 200.0");
    assertThat(recording.failures())
        .singleElement()
        .satisfies(failure -> {
          assertThat(failure.outcome()).isEqualTo(Outcome.HTTP_ERROR);
          assertThat(failure.message()).isEqualTo("500 Server Error");
          assertThat(failure.example()).isEqualTo("expected 200");
        });
  }

  @Test
  void locustTellsSumsOfTheWholeRunAlone() throws IOException {
    file("run_stats_history.csv", HISTORY);
    ForeignRecords records = read("locust", file("run_stats.csv", STATS));

    assertThat(records.span()).isEqualTo(new Span(101, 103));
    assertThat(records.mostUsers()).contains(2);
    ForeignMeasurement all = records.part(records.span());
    assertThat(all.recording()).isEmpty();
    assertThat(all.iterations()).isEmpty();
    assertThat(all.figures().throughput()).isEqualTo(5.1);
    assertThat(all.figures().errorRate()).isEqualTo(10.0);
    assertThat(all.figures().latency().p95()).isEqualTo(18.0);
    assertThat(all.files()).containsOnlyKeys("stats_stats.csv", "stats_stats_history.csv");
    Span part = new Span(102, 103);
    assertThatThrownBy(() -> records.part(part)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void locustMayHaveResetItsCountsWhenAllUsersRan() throws IOException {
    file(
        "run_stats_history.csv",
        HISTORY.replace("101,2,,Aggregated,0,0,0,0", "101,2,,Aggregated,9,0,900,0"));

    assertThat(read("locust", file("run_stats.csv", STATS)).span()).isEqualTo(new Span(102, 104));
  }

  @Test
  void leavesOutALineThatWasTornWhenTheGeneratorWasStopped() throws IOException {
    assertThat(
            read("k6", file("a.csv", K6 + "http_req_duration,17671"))
                .part(new Span(1767186148, 1767186151))
                .figures()
                .totalRequests())
        .isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "k6, 17, 0",
    "jtl, 17, 1",
    "jtl, 2300, 1",
    "locust, 7, 1",
    "locust, 99, 1",
    "locust, 230, 10",
    "locust, 1200, 100"
  })
  void saysHowItsLatenciesAreRounded(String format, double latency, double step) {
    assertThat(ForeignFormats.named(format).orElseThrow().stepAt(latency)).isEqualTo(step);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          k6     | metric_name,timestamp,metric_value      | a.csv, line 1: the file ends without a request
          k6     | name,value                              | line 1: not the heading of k6 CSV: the column metric_name
          k6     | PK\u0003\u0004zip                       | a.csv: is a zip archive
          k6     | HEADvus,1767186148,many                 | line 2: metric_value is no number from 0
          k6     | HEADvus,1767186148,-1                   | line 2: metric_value is no number from 0
          k6     | HEADvus,1767186148,NaN                  | line 2: metric_value is no number from 0
          k6     | HEADhttp_req_duration,1767186148,1e300  | line 2: metric_value is no number from 0 to 604800000
          k6     | HEADhttp_req_duration,1767186148,-5     | line 2: metric_value is no number from 0
          k6     | HEADhttp_req_duration,soon,5            | line 2: timestamp is no time such as
          k6     | HEADhttp_req_duration,9999999999999999999,5 | line 2: timestamp is no time such as
          k6     | HEADhttp_req_duration,-5,5              | line 2: timestamp is no time such as
          k6     | HEADvus,1,1NEXTvus,1767186148,1         | line 3: 1767186147 s after the earliest request: at most a week
          k6     | HEADvus,1767186148,1,2NEXT              | line 2: has 4 cells, the heading has 3
          k6     | HEADvus,17671\u000086148,1              | line 2: holds the character NUL
          k6     | HEAD"vus,1767186148,1                   | line 2: a quote is opened and never closed
          jtl    | <?xml version="1.0"?>                   | a.csv, line 1: is XML: let JMeter write CSV
          jtl    | 1767186148900,50,Home,200,true          | line 1: not the heading of a JTL of JMeter in CSV
          jtl    | timeStamp,elapsed,label,successNEXT1767186148900,-50,Home,true | line 2: elapsed is no number from 0
          jtl    | timeStamp,elapsed,label,successNEXT1767186148900,50,Home,maybe | line 2: success is neither true nor false
          locust | Name,Request Count                      | line 1: not the heading of Locust's statistics
          """)
  void saysInOneLineWhatIsWrongAndWhere(String format, String text, String message)
      throws IOException {
    Path file =
        file(
            "a.csv",
            text.replace("HEAD", "metric_name,timestamp,metric_value\n").replace("NEXT", "\n"));
    Path read =
        format.equals("locust") ? Files.move(file, folder.resolve("a.csv_stats.csv")) : file;

    assertThatThrownBy(() -> read(format, read))
        .isInstanceOf(UsageException.class)
        .message()
        .contains(message)
        .doesNotContain("\n");
  }

  @Test
  void refusesALineOfTenMegabytesADamagedGzipFileAndNoFile() throws IOException {
    Path longLine =
        file("long.csv", "metric_name,timestamp,metric_value\nvus,1," + "9".repeat(10_000_000));
    Path damaged = folder.resolve("damaged.gz");
    Files.write(damaged, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3});

    assertThatThrownBy(() -> read("k6", longLine))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("long.csv, line 2: a row is longer than 1 MiB");
    assertThatThrownBy(() -> read("k6", damaged))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("the gzip file is damaged");
    assertThatThrownBy(() -> read("k6", folder.resolve("absent.csv")))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("no such file");
    assertThatThrownBy(() -> read("jtl", folder))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("must be a regular file");
  }

  @Test
  void foldsEndpointsBeyondAThousandIntoOne() throws IOException {
    StringBuilder text = new StringBuilder("metric_name,timestamp,metric_value,method,name\n");
    for (int i = 0; i < EndpointNames.MOST + 500; i++) {
      text.append("http_req_duration,1767186148,1,GET,page ").append(i).append('\n');
    }
    ForeignRecords records = read("k6", file("a.csv", text.toString()));

    Recording recording = records.part(records.span()).recording().orElseThrow();
    assertThat(recording.aggregated().requests()).isEqualTo(EndpointNames.MOST + 500L);
    assertThat(recording.endpoints()).hasSize(EndpointNames.MOST + 1);
  }

  private static ForeignRecords read(String format, Path file) {
    return ForeignFormats.named(format).orElseThrow().read(file, ReadingProgress.NONE);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
