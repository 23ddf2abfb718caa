package tasktracker.experiments.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import tasktracker.report.RepeatCommand;
import tasktracker.results.JsonFile;
import tasktracker.results.RecordedRuns;
import tasktracker.results.ResultsFolder;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;
import tasktracker.results.file.FileFailure;
import tools.jackson.databind.JsonNode;

/**
 * What an archive holds, for readers of other tools: {@code ro-crate-metadata.json} by the profile
 * <a href="https://w3id.org/ro/wfrun/process/0.5">Process Run Crate 0.5</a> of RO-Crate 1.1. The
 * experiment is an action, and so is each run; their results are files of the archive.
 */
final class ResearchCrate {
  /** Its name in an archive. */
  static final String FILE = "ro-crate-metadata.json";

  private static final String PROFILE = "https://w3id.org/ro/wfrun/process/0.5";
  private static final String LAB = "#tasktracker-experiments";
  private static final String MACHINE = "#machine";
  private static final String EXPERIMENT = "#experiment";

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "json",
          "application/json",
          "jsonl",
          "application/jsonl",
          "csv",
          "text/csv",
          "html",
          "text/html",
          "png",
          "image/png",
          "md",
          "text/markdown",
          "hlog",
          "text/plain",
          "log",
          "text/plain",
          "yaml",
          "application/yaml",
          "pptx",
          "application/vnd.openxmlformats-officedocument.presentationml.presentation");

  private final SortedMap<String, Path> files;
  private final HashManifest hashes;
  private final String version;
  private final RecordedRuns recorded;
  private final String title;

  ResearchCrate(Path folder, SortedMap<String, Path> files, HashManifest hashes, String version) {
    this.files = files;
    this.hashes = hashes;
    this.version = version;
    this.recorded = ResultsFolder.open(folder).read();
    this.title = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }

  String text() {
    List<Map<String, Object>> graph = new ArrayList<>();
    graph.add(
        entity(
            FILE,
            "CreativeWork",
            "conformsTo",
            reference("https://w3id.org/ro/crate/1.1"),
            "about",
            reference("./")));
    graph.add(root());
    graph.add(entity(PROFILE, "CreativeWork", "name", "Process Run Crate", "version", "0.5"));
    graph.add(lab());
    graph.add(machine());
    graph.add(experiment());
    recorded.runs().forEach(run -> graph.add(run(run)));
    files.forEach((name, file) -> graph.add(file(name, file)));
    Map<String, Object> crate = new LinkedHashMap<>();
    crate.put(
        "@context",
        List.of(
            "https://w3id.org/ro/crate/1.1/context",
            "https://w3id.org/ro/terms/workflow-run/context"));
    crate.put("@graph", graph);
    return JsonFile.toTree(crate).toPrettyString() + "\n";
  }

  private Map<String, Object> root() {
    List<Map<String, Object>> actions = new ArrayList<>(List.of(reference(EXPERIMENT)));
    recorded.runs().forEach(run -> actions.add(reference(id(run))));
    return entity(
        "./",
        "Dataset",
        "conformsTo",
        reference(PROFILE),
        "name",
        "Load tests " + title,
        "description",
        "Results of load tests with raw latencies, configuration and analysis;"
            + " './tasktracker verify ARCHIVE' recomputes them",
        "datePublished",
        text(recorded.config().path("end_time")),
        "hasPart",
        files.keySet().stream().map(ResearchCrate::reference).toList(),
        "mentions",
        actions);
  }

  private Map<String, Object> lab() {
    return entity(
        LAB,
        "SoftwareApplication",
        "name",
        "TaskTracker Experiments",
        "softwareVersion",
        text(environment("git_commit")),
        "description",
        "Packed by " + version);
  }

  private Map<String, Object> machine() {
    return entity(
        MACHINE,
        "PropertyValue",
        "name",
        "Machine of the experiment",
        "value",
        recorded.config().path("environment").toString());
  }

  private Map<String, Object> experiment() {
    List<String> arguments =
        recorded.config().path("arguments").valueStream().map(JsonNode::asString).toList();
    return entity(
        EXPERIMENT,
        "CreateAction",
        "name",
        "Experiment " + title,
        "description",
        arguments.isEmpty() ? null : RepeatCommand.of(arguments),
        "instrument",
        reference(LAB),
        "object",
        inputs(),
        "result",
        files.keySet().stream()
            .filter(name -> !name.contains("/") && !name.equals("config.json"))
            .map(ResearchCrate::reference)
            .toList(),
        "startTime",
        text(recorded.config().path("start_time")),
        "endTime",
        text(recorded.config().path("end_time")));
  }

  private List<Map<String, Object>> inputs() {
    List<Map<String, Object>> inputs = new ArrayList<>(List.of(reference(MACHINE)));
    files.keySet().stream()
        .filter(name -> name.equals("config.json") || name.startsWith("inputs/"))
        .forEach(name -> inputs.add(reference(name)));
    return inputs;
  }

  private Map<String, Object> run(RunResult run) {
    String folder = RunName.folderOf(run).orElse("") + "/";
    return entity(
        id(run),
        "CreateAction",
        "name",
        "%s at %d users, repetition %d"
            .formatted(run.architecture(), run.concurrency(), run.repetition().orElse(1)),
        "instrument",
        reference(LAB),
        "object",
        inputs(),
        "result",
        files.keySet().stream()
            .filter(name -> name.startsWith(folder))
            .map(ResearchCrate::reference)
            .toList(),
        "startTime",
        run.start() == null ? null : run.start().toString(),
        "endTime",
        run.end() == null ? null : run.end().toString());
  }

  private Map<String, Object> file(String name, Path file) {
    int dot = name.lastIndexOf('.');
    return entity(
        name,
        "File",
        "name",
        name,
        "encodingFormat",
        MEDIA_TYPES.get(dot < 0 ? "" : name.substring(dot + 1)),
        "contentSize",
        size(file),
        "sha256",
        hashes.hashes().get(name));
  }

  private static String size(Path file) {
    try {
      return String.valueOf(Files.size(file));
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
  }

  private static String id(RunResult run) {
    return "#" + RunName.nameOf(run).replace(' ', '_');
  }

  private JsonNode environment(String key) {
    return recorded.config().path("environment").path(key);
  }

  private static String text(JsonNode value) {
    return value.isString() ? value.asString() : null;
  }

  private static Map<String, Object> reference(String id) {
    return Map.of("@id", id);
  }

  /** Names and values in turn; a missing value has no name. */
  private static Map<String, Object> entity(String id, String type, Object... values) {
    Map<String, Object> entity = new LinkedHashMap<>();
    entity.put("@id", id);
    entity.put("@type", type);
    for (int i = 0; i < values.length; i += 2) {
      if (values[i + 1] != null) {
        entity.put((String) values[i], values[i + 1]);
      }
    }
    return entity;
  }
}
