package tasktracker.report.locust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadTest;
import tasktracker.load.http.ScriptedServer;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.scenario.Scenario;
import tasktracker.load.scenario.Session;
import tasktracker.load.scenario.VirtualUser;
import tasktracker.load.scenario.WeightedTasks;

/** The files beside those that Locust wrote for the same requests; see original/locustfile.py. */
@Timeout(60)
class LocustFormTest {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
  private static final Pattern TIMES =
      Pattern.compile(".*%|(Total )?(Median|Average|Min|Max) Response Time");

  @TempDir private static Path folder;

  /** What a field looks like. */
  private enum Form {
    EMPTY,
    NOT_AVAILABLE,
    INTEGER,
    DECIMAL,
    TEXT
  }

  @BeforeAll
  static void loadAsLocustDid() throws Exception {
    AtomicInteger posts = new AtomicInteger();
    ScriptedServer.Script script =
        exchange -> {
          boolean fails =
              exchange.requestLine().startsWith("POST") && posts.incrementAndGet() % 2 == 0;
          exchange.respond(fails ? "503 Service Unavailable" : "200 OK", "x".repeat(200));
        };
    try (ScriptedServer server = new ScriptedServer(script)) {
      ClosedModel model = new ClosedModel(2, 100, ThinkTime.parse("100ms"));
      LoadPlan plan =
          LoadPlan.of(server.uri(), Scenario.of("visits", _ -> new Visitor()), model)
              .withWarmUp(Duration.ZERO)
              .withMeasurement(Duration.ofSeconds(3));
      LocustFiles.write(new LoadTest(plan).run(LoadListener.NONE), folder);
    }
  }

  static Stream<String> files() {
    return Stream.of(
        "stats_stats.csv", "stats_stats_history.csv", "stats_failures.csv", "stats_exceptions.csv");
  }

  @ParameterizedTest
  @MethodSource("files")
  void columnsAreThoseOfLocustInItsOrder(String file) throws IOException {
    List<String> ours = parse(Files.newBufferedReader(folder.resolve(file))).getHeaderNames();
    List<String> theirs = original(file).getHeaderNames();

    assertThat(ours).startsWith(theirs.toArray(String[]::new));
    assertThat(ours.subList(theirs.size(), ours.size()))
        .isEqualTo(
            file.equals("stats_failures.csv") ? List.of("First Seen", "Last Seen") : List.of());
  }

  @ParameterizedTest
  @MethodSource("files")
  void fieldsOfEveryColumnLookLikeThoseOfLocust(String file) throws IOException {
    List<CSVRecord> ours = parse(Files.newBufferedReader(folder.resolve(file))).getRecords();
    CSVParser theirs = original(file);
    List<CSVRecord> rows = theirs.getRecords();
    assertThat(ours).isNotEmpty();
    for (String column : theirs.getHeaderNames()) {
      Set<Form> known = forms(rows, column);
      if (TIMES.matcher(column).matches()) {
        // Locust rounds them to whole milliseconds; a second without a request shows as 0 there.
        known.addAll(Set.of(Form.DECIMAL, Form.INTEGER, Form.NOT_AVAILABLE));
      }
      assertThat(known).as(column).containsAll(forms(ours, column));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stats_stats.csv", "stats_failures.csv"})
  void rowsHaveTheSameNamesErrorsAndOrder(String file) throws IOException {
    List<CSVRecord> ours = parse(Files.newBufferedReader(folder.resolve(file))).getRecords();

    assertThat(ours)
        .extracting(
            row -> List.of(row.get(0), row.get(1), row.get(2).matches("\\d+") ? "" : row.get(2)))
        .isEqualTo(
            original(file).getRecords().stream()
                .map(row ->
                    List.of(row.get(0), row.get(1), row.get(2).matches("\\d+") ? "" : row.get(2)))
                .toList());
  }

  @Test
  void theReferenceDataHasTheSameColumns() throws IOException {
    String reference = System.getenv("TASKTRACKER_REFERENCE_DATA");
    assumeThat(reference).as("TASKTRACKER_REFERENCE_DATA, a sweep that Locust wrote").isNotNull();
    Path run = Path.of(reference).resolve("run_000_monolith_c10");

    for (String file : files().toList()) {
      List<String> theirs = parse(Files.newBufferedReader(run.resolve(file))).getHeaderNames();
      assertThat(parse(Files.newBufferedReader(folder.resolve(file))).getHeaderNames())
          .as(file)
          .startsWith(theirs.toArray(String[]::new));
    }
  }

  private static Set<Form> forms(List<CSVRecord> rows, String column) {
    Set<Form> forms = new TreeSet<>();
    rows.forEach(row -> forms.add(form(row.get(column))));
    return forms;
  }

  private static Form form(String field) {
    if (field.isEmpty()) {
      return Form.EMPTY;
    }
    if (field.equals("N/A")) {
      return Form.NOT_AVAILABLE;
    }
    if (field.matches("\\d+")) {
      return Form.INTEGER;
    }
    return field.matches("\\d+\\.\\d+") ? Form.DECIMAL : Form.TEXT;
  }

  private static CSVParser original(String file) throws IOException {
    InputStream golden = LocustFormTest.class.getResourceAsStream("original/" + file);
    return parse(new InputStreamReader(golden, StandardCharsets.UTF_8));
  }

  private static CSVParser parse(Reader reader) {
    try {
      return FORMAT.parse(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Visitor implements VirtualUser {
    private final WeightedTasks tasks = WeightedTasks.of(1, Visitor::all);

    @Override
    public WeightedTasks tasks() {
      return tasks;
    }

    private static void all(Session session) {
      session.get("/slow").named("[Tasks] List All").send();
      session.post("/fails").named("[Tasks] Create, \"quoted\"").json("{\"a\":1}").send();
      session.get("/ok").named("Checked").check("not what was asked for", _ -> false).send();
      throw new IllegalStateException("broken, script");
    }
  }
}
