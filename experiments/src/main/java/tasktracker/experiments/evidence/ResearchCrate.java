package tasktracker.experiments.evidence;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Predicate;
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
  private static final String CONFIG = "config.json";

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
        new Entity(FILE, "CreativeWork")
            .with("conformsTo", reference("https://w3id.org/ro/crate/1.1"))
            .with("about", reference("./"))
            .values());
    graph.add(root());
    graph.add(
        new Entity(PROFILE, "CreativeWork")
            .with("name", "Process Run Crate")
            .with("version", "0.5")
            .values());
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
    return new Entity("./", "Dataset")
        .with("conformsTo", reference(PROFILE))
        .with("name", "Load tests " + title)
        .with(
            "description",
            "Results of load tests with raw latencies, configuration and analysis;"
                + " './tasktracker verify ARCHIVE' recomputes them")
        .with("datePublished", ended())
        .with("hasPart", references(_ -> true))
        .with("mentions", actions)
        .values();
  }

  private Map<String, Object> lab() {
    return new Entity(LAB, "SoftwareApplication")
        .with("name", "TaskTracker Experiments")
        .with("softwareVersion", text(recorded.config().path("environment").path("git_commit")))
        .with("description", "Packed by " + version)
        .values();
  }

  private Map<String, Object> machine() {
    return new Entity(MACHINE, "PropertyValue")
        .with("name", "Machine of the experiment")
        .with("value", recorded.config().path("environment").toString())
        .values();
  }

  private Map<String, Object> experiment() {
    List<String> arguments =
        recorded.config().path("arguments").valueStream().map(JsonNode::asString).toList();
    return new Entity(EXPERIMENT, "CreateAction")
        .with("name", "Experiment " + title)
        .with("description", arguments.isEmpty() ? null : RepeatCommand.of(arguments))
        .with("instrument", reference(LAB))
        .with("object", inputs())
        .with("result", references(name -> !name.contains("/") && !name.equals(CONFIG)))
        .with("startTime", text(recorded.config().path("start_time")))
        .with("endTime", text(recorded.config().path("end_time")))
        .values();
  }

  private List<Map<String, Object>> inputs() {
    List<Map<String, Object>> inputs = new ArrayList<>(List.of(reference(MACHINE)));
    inputs.addAll(references(name -> name.equals(CONFIG) || name.startsWith(PackWriter.INPUTS)));
    return inputs;
  }

  private Map<String, Object> run(RunResult run) {
    String folder = RunName.folderOf(run).orElse("") + "/";
    return new Entity(id(run), "CreateAction")
        .with(
            "name",
            "%s at %d users, repetition %d"
                .formatted(run.architecture(), run.concurrency(), run.repetition().orElse(1)))
        .with("instrument", reference(LAB))
        .with("object", inputs())
        .with("result", references(name -> name.startsWith(folder)))
        .with("startTime", text(run.start()))
        .with("endTime", text(run.end()))
        .values();
  }

  private Map<String, Object> file(String name, Path file) {
    return new Entity(address(name), "File")
        .with("name", name)
        .with("encodingFormat", MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1)))
        .with("contentSize", size(file))
        .with("sha256", hashes.hashes().get(name))
        .values();
  }

  private static String size(Path file) {
    try {
      return String.valueOf(Files.size(file));
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
  }

  /** When the experiment ended, or else its last run; null where neither is known. */
  private String ended() {
    String end = text(recorded.config().path("end_time"));
    return end != null
        ? end
        : recorded.runs().stream()
            .map(RunResult::end)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .map(Instant::toString)
            .orElse(null);
  }

  private static String id(RunResult run) {
    return "#" + address(RunName.nameOf(run));
  }

  private static String text(JsonNode value) {
    return value.isString() ? value.asString() : null;
  }

  private static String text(Instant time) {
    return time == null ? null : time.toString();
  }

  private List<Map<String, Object>> references(Predicate<String> which) {
    return files.keySet().stream()
        .filter(which)
        .map(ResearchCrate::address)
        .map(ResearchCrate::reference)
        .toList();
  }

  private static Map<String, Object> reference(String id) {
    return Map.of("@id", id);
  }

  /** The name of a file as an address. */
  private static String address(String name) {
    try {
      return new URI(null, null, name, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not a name: " + name, e);
    }
  }

  /** Something that is described, with what is known of it. */
  private record Entity(Map<String, Object> values) {
    Entity(String id, String type) {
      this(new LinkedHashMap<>());
      values.put("@id", id);
      values.put("@type", type);
    }

    /** A missing value has no name. */
    Entity with(String name, Object value) {
      if (value != null) {
        values.put(name, value);
      }
      return this;
    }
  }
}
