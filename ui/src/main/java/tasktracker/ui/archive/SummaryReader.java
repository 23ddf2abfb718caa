package tasktracker.ui.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tasktracker.report.RepeatCommand;
import tasktracker.results.ResultsFolder;
import tasktracker.results.file.WritingProcess;
import tasktracker.results.live.LiveLog;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the summary of an experiment from small files, and the ends of large ones. */
final class SummaryReader {
  /** A verdict at the end of a log is followed by a few lines. */
  private static final int LOG_TAIL = 64 << 10;

  private static final int ANALYSIS_TAIL = 16 << 10;
  private static final int MOST = 50;
  private static final Duration LATELY = Duration.ofSeconds(15);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern NAME = Pattern.compile("(.+)_(\\d{8}_\\d{6})");
  private static final Pattern VALIDITY =
      Pattern.compile("\"validity\"\\s*:\\s*\"(VALID|SUSPECT|INVALID)\"");
  private static final List<String> ENDS =
      List.of("all_results.json", "failure_results.json", "results.json", "capacity.json");

  private final Path folder;
  private final LiveEnds live;
  private final JsonNode config;

  private SummaryReader(Path folder) {
    this.folder = folder;
    this.live = LiveEnds.of(folder.resolve(LiveLog.NAME), LOG_TAIL);
    this.config = tree("config.json");
  }

  static ExperimentSummary read(Path folder) {
    return new SummaryReader(folder).summary();
  }

  private ExperimentSummary summary() {
    Optional<JsonNode> verdict = live.last("verdict");
    return new ExperimentSummary(
        folder.getFileName().toString(),
        kind(),
        note(),
        begun(),
        state(),
        systems(),
        levels(),
        verdict
            .map(said -> said.path("headlines").path(0).asString(""))
            .orElseGet(this::analysedHeadline),
        verdict.map(SummaryReader::validity).orElseGet(this::analysedValidity),
        Optional.ofNullable(RepeatCommand.of(arguments())).orElse(""));
  }

  private List<String> arguments() {
    JsonNode recorded =
        live.first("started")
            .map(started -> started.path("arguments"))
            .orElseGet(() -> config.path("arguments"));
    return texts(recorded.valueStream());
  }

  private static List<String> texts(Stream<JsonNode> values) {
    return values.filter(JsonNode::isString).map(JsonNode::asString).limit(MOST).toList();
  }

  private String kind() {
    String told = live.first("started").map(each -> each.path("kind").asString("")).orElse("");
    if (!told.isEmpty()) {
      return told;
    }
    Matcher name = NAME.matcher(folder.getFileName().toString());
    return name.matches()
        ? name.group(1)
        : Files.exists(folder.resolve("failure_results.json")) ? "failure" : "experiment";
  }

  private Note note() {
    JsonNode note = tree(Note.FILE);
    return new Note(note.path("name").asString(""), note.path("note").asString(""));
  }

  private Instant begun() {
    return Stream.of(
            live.first("started").map(each -> each.path("at").asString("")).orElse(""),
            config.path("start_time").asString(""))
        .flatMap(SummaryReader::instant)
        .findFirst()
        .or(this::stamp)
        .orElseGet(() -> Instant.ofEpochMilli(folder.toFile().lastModified()));
  }

  private static Stream<Instant> instant(String text) {
    try {
      return Stream.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Stream.empty();
    }
  }

  private Optional<Instant> stamp() {
    Matcher name = NAME.matcher(folder.getFileName().toString());
    try {
      return name.matches()
          ? Optional.of(
              LocalDateTime.parse(name.group(2), ResultsFolder.STAMP)
                  .atZone(ZoneId.systemDefault())
                  .toInstant())
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private ExperimentState state() {
    if (live.first("started").isPresent()) {
      return live.isAfter("ended", "started")
          ? ExperimentState.ofExitCode(
              live.last("ended").map(end -> end.path("exit_code").asInt(0)).orElse(0))
          : isAlive() ? ExperimentState.RUNNING : ExperimentState.UNFINISHED;
    }
    return ENDS.stream().anyMatch(end -> Files.exists(folder.resolve(end)))
        ? ExperimentState.DONE
        : ExperimentState.UNFINISHED;
  }

  /** Where an experiment went on, its process may have been named in the midst of a long log. */
  private boolean isAlive() {
    Path log = folder.resolve(LiveLog.NAME);
    try {
      Instant written = Files.getLastModifiedTime(log).toInstant();
      Optional<JsonNode> started = live.last("started");
      long pid = started.map(each -> each.path("pid").asLong(-1)).orElse(-1L);
      // A copy of a folder is younger than what it tells.
      Instant told =
          started.stream()
              .flatMap(each -> instant(each.path("at").asString("")))
              .findFirst()
              .orElse(written);
      return (pid > 0 && WritingProcess.isAlive(pid, told))
          || Duration.between(written, Instant.now()).abs().compareTo(LATELY) < 0;
    } catch (IOException e) {
      return false;
    }
  }

  private List<String> systems() {
    List<String> planned =
        live.last("planned")
            .map(plan -> texts(plan.path("systems").valueStream()))
            .orElse(List.of());
    if (!planned.isEmpty()) {
      return planned;
    }
    List<String> configured = texts(config.path("architectures").valueStream());
    return configured.isEmpty()
        ? config.path("targets").propertyNames().stream().limit(MOST).toList()
        : configured;
  }

  private List<Integer> levels() {
    List<JsonNode> found = new ArrayList<>();
    live.last("planned")
        .ifPresent(plan ->
            plan.path("runs").valueStream().map(run -> run.path("level")).forEach(found::add));
    config.path("concurrency_levels").valueStream().forEach(found::add);
    found.add(config.path("concurrency"));
    return found.stream()
        .filter(JsonNode::isInt)
        .map(JsonNode::asInt)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .limit(MOST)
        .toList();
  }

  private static Map<String, Integer> validity(JsonNode verdict) {
    Map<String, Integer> counts = new TreeMap<>();
    verdict.path("validity").properties().stream()
        .filter(each -> each.getValue().isInt())
        .limit(3)
        .forEach(each -> counts.put(each.getKey(), each.getValue().asInt()));
    return counts;
  }

  /** The first sentence of {@code analysis.json}, which stands at its begin. */
  private String analysedHeadline() {
    Path file = folder.resolve("analysis.json");
    if (!ExperimentFiles.isOwn(file)) {
      return "";
    }
    try (JsonParser in = JSON.createParser(file.toFile())) {
      boolean isVerdict =
          in.nextToken() == JsonToken.START_OBJECT
              && "verdict".equals(in.nextName())
              && in.nextToken() == JsonToken.START_ARRAY
              && in.nextToken() == JsonToken.VALUE_STRING;
      return isVerdict ? in.getString() : "";
    } catch (JacksonException e) {
      return "";
    }
  }

  /** The runs stand at its end. */
  private Map<String, Integer> analysedValidity() {
    Map<String, Integer> counts = new TreeMap<>();
    Path file = folder.resolve("analysis.json");
    if (!ExperimentFiles.isOwn(file)) {
      return counts;
    }
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      byte[] tail = new byte[(int) Math.min(ANALYSIS_TAIL, in.length())];
      in.seek(in.length() - tail.length);
      in.readFully(tail);
      Matcher each = VALIDITY.matcher(new String(tail, UTF_8));
      while (each.find()) {
        counts.merge(each.group(1), 1, Integer::sum);
      }
    } catch (IOException e) {
      return Map.of();
    }
    return counts;
  }

  private JsonNode tree(String name) {
    return ExperimentFiles.json(folder.resolve(name));
  }
}
