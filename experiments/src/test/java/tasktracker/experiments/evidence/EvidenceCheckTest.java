package tasktracker.experiments.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.experiments.KeptSecrets;
import tasktracker.results.JsonFile;
import tasktracker.results.ResultsFolder;
import tools.jackson.databind.JsonNode;

/** What is found in archives that were tampered with. */
class EvidenceCheckTest {
  @TempDir private Path parent;
  private Path archive;

  @BeforeEach
  void pack() throws IOException {
    ResultsFolder folder = SampleEvidence.in(parent);
    archive = parent.resolve("sweep.zip");
    new PackWriter(folder, List.of()).write(archive, "test");
  }

  @Test
  void allAgreesWhereNothingWasTouched() throws IOException {
    Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
    Path copied = Files.copy(archive, elsewhere.resolve("copy.zip"));

    List<Recomputed> checks = EvidenceCheck.of(copied);

    assertThat(checks).allMatch(Recomputed::agrees, "agrees");
    assertThat(checks.stream().mapToLong(Recomputed::compared).sum()).isGreaterThan(500);
    assertThat(checks.getLast().subject()).isEqualTo("Only hashed");
  }

  @Test
  void theSameFolderGivesTheSameBytes() throws IOException {
    Path again = parent.resolve("again.zip");

    new PackWriter(ResultsFolder.open(parent.resolve("sweep")), List.of()).write(again, "test");

    assertThat(again).hasSameBinaryContentAs(archive);
  }

  @Test
  void aPackHoldsNoSecrets() throws IOException {
    Path again = parent.resolve("again.zip");
    Files.writeString(parent.resolve("sweep").resolve(KeptSecrets.FILE), "hunter2");

    new PackWriter(ResultsFolder.open(parent.resolve("sweep")), List.of()).write(again, "test");

    assertThat(again).hasSameBinaryContentAs(archive);
  }

  @Test
  void findsAFlippedBit() throws IOException {
    EditedArchive edited = new EditedArchive(archive);
    String log = log(edited, "monolith");
    edited.files().get(log)[edited.files().get(log).length / 2] ^= 1;

    assertThat(differences(edited)).contains(log + ": is not the file that was packed");
    assertThat(differences(edited.withNewManifest()))
        .as("also where the manifest was made anew")
        .isNotEmpty();
  }

  @Test
  void findsAnEditedFigureOfARun() throws IOException {
    EditedArchive edited = new EditedArchive(archive);
    String run = folder(edited, "monolith");
    edited
        .edit("results.jsonl", text -> faster(run, text))
        .edit(run + "/results.json", text -> text.replace("200.0", "300.0"));
    edited.files().remove("all_results.json");

    assertThat(differences(analysedAnew(edited).withNewManifest()))
        .contains(run + ": throughput_rps is 300.0, and 200.0 by latency.hlog");
  }

  @Test
  void findsARunThatIsSaidToHaveBeenShorter() throws IOException {
    EditedArchive edited = new EditedArchive(archive);
    String run = folder(edited, "monolith");
    edited
        .edit("results.jsonl", text -> text.replaceAll("\"duration_s\" ?: ?4", "\"duration_s\":2"))
        .edit(
            run + "/results.json",
            text -> text.replace("\"duration_s\" : 4", "\"duration_s\" : 2"));
    edited.files().remove("all_results.json");

    assertThat(differences(edited.withNewManifest()))
        .contains(
            run + ": duration_s is 2, and latency.hlog goes on behind it",
            run + ": duration_s is 2.0, and 4.0 from start_ts to end_ts");
  }

  @Test
  void namesDamagedResultsAmongTheDifferences() throws IOException {
    EditedArchive edited = new EditedArchive(archive);
    edited.edit("results.jsonl", text -> "{".repeat(40));
    edited.edit("config.json", text -> "no JSON");

    assertThat(differences(edited))
        .contains("results.jsonl: is not the file that was packed")
        .anyMatch(line -> line.startsWith("config.json: "));
  }

  @Test
  void refusesAnAnalysisThatWouldTakeForever() throws IOException {
    EditedArchive edited = new EditedArchive(archive);
    edited.edit(
        "analysis.json",
        text -> text.replaceFirst("\"resamples\" : \\d+", "\"resamples\" : 2000000000"));

    assertThat(differences(edited.withNewManifest()))
        .anyMatch(line -> line.contains("settings.resamples must be from 1 to 100000"));
  }

  @Test
  void findsAFigureThatWasEditedInOneOfTwoPlaces() throws IOException {
    EditedArchive edited = new EditedArchive(archive);
    edited.edit(
        "all_results.json",
        text -> text.replaceFirst("\"error_rate\" : 0.0", "\"error_rate\" : 1.0"));

    assertThat(differences(edited.withNewManifest()))
        .anyMatch(line -> line.startsWith("all_results.json and results.jsonl differ"));
  }

  @Test
  void findsEditedCpuTime() throws IOException {
    EditedArchive edited = new EditedArchive(archive);
    String run = folder(edited, "modular");
    String half = "\"avg_cpu_percent\" : 11.0";
    edited.edit(
        run + "/results.json", text -> text.replaceAll("\"avg_cpu_percent\" : [0-9.]+", half));

    assertThat(differences(edited.withNewManifest()))
        .anyMatch(line -> line.startsWith(run + ": its results.json and its line"));
  }

  @Test
  void findsAnEditedConclusion() throws IOException {
    EditedArchive edited = new EditedArchive(archive);
    edited.edit("analysis.json", text -> text.replaceFirst("\"worse\"", "\"better\""));

    assertThat(differences(edited.withNewManifest()))
        .anyMatch(line -> line.contains("verdict is \"better\", and \"worse\" by recomputation"));
  }

  @Test
  void findsARemovedRun() throws IOException {
    EditedArchive edited = new EditedArchive(archive);
    String run = folder(edited, "modular");
    edited.files().keySet().removeIf(name -> name.startsWith(run));
    edited.files().remove("all_results.json");
    edited.edit(
        "results.jsonl",
        text ->
            text
                .lines()
                .filter(line -> !line.contains(run))
                .map(line -> line + "\n")
                .toList()
                .stream()
                .reduce("", String::concat));

    assertThat(differences(edited.withNewManifest()))
        .contains(run + ": was planned, and is neither there nor failed");
    assertThat(differences(analysedAnew(edited).withNewManifest()))
        .as("also where the analysis was made anew")
        .contains(run + ": was planned, and is neither there nor failed");
  }

  @Test
  void findsARunThatWasSwappedBetweenArms() throws IOException {
    EditedArchive edited = new EditedArchive(archive);
    String one = folder(edited, "monolith");
    String other = folder(edited, "modular");
    Map<String, byte[]> swapped = new TreeMap<>();
    edited
        .files()
        .forEach((name, content) ->
            swapped.put(
                name.startsWith(one)
                    ? other + name.substring(one.length())
                    : name.startsWith(other) ? one + name.substring(other.length()) : name,
                content));
    edited.files().clear();
    edited.files().putAll(swapped);
    edited.files().remove("all_results.json");
    edited
        .edit("results.jsonl", text -> swappedNames(text, one, other))
        .edit(one + "/results.json", text -> swappedNames(text, one, other))
        .edit(other + "/results.json", text -> swappedNames(text, one, other));

    assertThat(differences(analysedAnew(edited).withNewManifest()))
        .anyMatch(line -> line.contains("has other instances than the other runs of"))
        .anyMatch(line -> line.contains("before the one before it ended"));
  }

  @Test
  void saysWhatIsOnlyHashed() throws IOException {
    ResultsFolder folder = ResultsFolder.open(parent.resolve("sweep"));
    try (var logs = Files.walk(folder.path())) {
      for (Path log : logs.filter(file -> file.endsWith("latency.hlog")).toList()) {
        Files.delete(log);
      }
    }
    SampleEvidence.analyse(folder);
    new PackWriter(folder, List.of()).write(archive, "test");

    assertThat(EvidenceCheck.of(archive))
        .allMatch(Recomputed::agrees, "agrees")
        .anyMatch(check ->
            check
                .notes()
                .contains(
                    "12 of 12 runs have no latency.hlog: their throughput, latencies and errors are"
                        + " only hashed"));
  }

  @Test
  void describesItselfAsAProcessRunCrate() throws IOException {
    EditedArchive packed = new EditedArchive(archive);
    Path file = parent.resolve("crate.json");
    Files.write(file, packed.files().get(ResearchCrate.FILE));
    JsonNode crate = JsonFile.read(file, JsonNode.class);

    assertThat(crate.path("@context").get(0).asString())
        .isEqualTo("https://w3id.org/ro/crate/1.1/context");
    JsonNode root = entity(crate, "./");
    assertThat(root.path("conformsTo").path("@id").asString())
        .isEqualTo("https://w3id.org/ro/wfrun/process/0.5");
    assertThat(root.path("hasPart").valueStream().map(part -> part.path("@id").asString()))
        .contains("config.json", "analysis.json", log(packed, "monolith"));
    JsonNode experiment = entity(crate, "#experiment");
    assertThat(experiment.path("@type").asString()).isEqualTo("CreateAction");
    assertThat(experiment.path("description").asString())
        .contains("Authorization: ***", "http://***@localhost:1/");
    String run = folder(packed, "monolith");
    assertThat(entity(crate, "#" + run).path("result").valueStream())
        .anyMatch(result -> result.path("@id").asString().equals(run + "/latency.hlog"));
    assertThat(entity(crate, run + "/latency.hlog").path("sha256").asString()).hasSize(64);
    assertThat(entity(crate, "#tasktracker-experiments").path("softwareVersion").asString())
        .isEqualTo("0123456789ab");
  }

  private static JsonNode entity(JsonNode crate, String id) {
    return crate
        .path("@graph")
        .valueStream()
        .filter(each -> each.path("@id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String folder(EditedArchive edited, String architecture) {
    return edited.files().keySet().stream()
        .filter(name -> name.contains("_" + architecture + "_c10/"))
        .findFirst()
        .map(name -> name.substring(0, name.indexOf('/')))
        .orElseThrow();
  }

  private static String log(EditedArchive edited, String architecture) {
    return folder(edited, architecture) + "/latency.hlog";
  }

  private static String faster(String run, String lines) {
    StringBuilder all = new StringBuilder();
    lines
        .lines()
        .forEach(line ->
            all.append(line.contains(run) ? line.replace("200.0", "300.0") : line).append('\n'));
    return all.toString();
  }

  private static String swappedNames(String text, String one, String other) {
    StringBuilder all = new StringBuilder();
    text.lines()
        .forEach(line -> {
          boolean touched =
              line.contains(one) || line.contains(other) || !line.contains("raw_csv_path");
          all.append(
                  touched
                      ? line.replace(one, "@")
                          .replace(other, one)
                          .replace("@", other)
                          .replace("\"monolith\"", "@")
                          .replace("\"modular\"", "\"monolith\"")
                          .replace("@", "\"modular\"")
                      : line)
              .append('\n');
        });
    return all.toString();
  }

  private EditedArchive analysedAnew(EditedArchive edited) throws IOException {
    Path folder = Files.createTempDirectory(parent, "edited");
    edited.unpack(folder);
    SampleEvidence.analyse(ResultsFolder.open(folder));
    edited.files().put("analysis.json", Files.readAllBytes(folder.resolve("analysis.json")));
    return edited;
  }

  private List<String> differences(EditedArchive edited) throws IOException {
    return EvidenceCheck.of(edited.write(parent.resolve("edited.zip"))).stream()
        .flatMap(check -> check.differences().stream())
        .toList();
  }
}
