package tasktracker.experiments.evidence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.SweepAnalysis;
import tasktracker.error.LabException;
import tasktracker.error.UsageException;
import tasktracker.report.verdict.FolderAnalysis;
import tasktracker.results.JsonFile;
import tasktracker.results.RecordedRuns;
import tasktracker.results.ResultsFolder;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;
import tools.jackson.databind.JsonNode;

/**
 * Checks an archive of evidence: its files are those that were packed, and everything that raw data
 * allow is computed again from them. Nothing of the archive stays on disk. Stateless.
 */
public final class EvidenceCheck {
  private static final String ANALYSIS = "analysis.json";
  private static final int MOST_RESAMPLES = 100_000;

  private EvidenceCheck() {}

  /**
   * Checks an archive.
   *
   * @return what was compared, from files to conclusions
   * @throws tasktracker.error.UsageException in one line, if it is none, or could do harm
   */
  public static List<Recomputed> of(Path archive) {
    return of(archive, Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** The same, unpacked below a folder. */
  static List<Recomputed> of(Path archive, Path parent) {
    try (UnpackedArchive unpacked = UnpackedArchive.of(archive, parent)) {
      List<Recomputed> checks = new ArrayList<>();
      checks.add(files(unpacked));
      checks.addAll(readable(unpacked.folder(), unpacked.folder(), ""));
      unpacked.files().keySet().stream()
          .filter(name -> name.endsWith("/results.jsonl"))
          .map(name -> name.substring(0, name.lastIndexOf('/')))
          .forEach(name ->
              checks.addAll(
                  readable(unpacked.folder(), unpacked.folder().resolve(name), name + ": ")));
      checks.add(hashedAlone(unpacked));
      return checks;
    }
  }

  /** Damage is a difference like others: the files that differ are named before. */
  private static List<Recomputed> readable(Path whole, Path folder, String label) {
    try {
      return experiment(folder, label);
    } catch (LabException | IllegalArgumentException | NullPointerException e) {
      String reason = e.getMessage() == null ? "it cannot be read" : e.getMessage();
      return List.of(
          new Recomputed(
                  "Results can be read", 0, List.of(reason.replace(whole + "/", "")), List.of())
              .labelled(label));
    }
  }

  /** What a results folder holds, be it one in another. */
  private static List<Recomputed> experiment(Path folder, String label) {
    List<Recomputed> checks = new ArrayList<>();
    ResultsFolder results = ResultsFolder.open(folder);
    RecordedRuns recorded = results.read();
    checks.add(new RecordedPlan(folder, recorded).check());
    checks.add(figures(folder, recorded));
    if (results.isAnalysed() && !recorded.runs().isEmpty()) {
      checks.add(analysis(folder, results, recorded));
    }
    return checks.stream().map(check -> check.labelled(label)).toList();
  }

  private static Recomputed files(UnpackedArchive unpacked) {
    SortedMap<String, Path> files = new TreeMap<>(unpacked.files());
    Path manifest = files.remove(HashManifest.FILE);
    if (manifest == null) {
      return new Recomputed(
          "Files are as they were packed",
          0,
          List.of("the archive has no " + HashManifest.FILE + ": it is no pack"),
          List.of());
    }
    return new Recomputed(
        "Files are as they were packed",
        files.size(),
        HashManifest.read(manifest).differences(HashManifest.of(files)),
        List.of());
  }

  private static Recomputed figures(Path folder, RecordedRuns recorded) {
    List<String> differences = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    int compared = 0;
    int without = 0;
    int unsampled = 0;
    for (RunResult run : recorded.runs()) {
      String name = RunName.nameOf(run);
      RawRun raw = new RawRun(run, folder.resolve(name));
      raw.differences().forEach(difference -> differences.add(name + ": " + difference));
      compared += raw.compared();
      without += raw.hasLatencies() ? 0 : 1;
      unsampled += raw.hasSamples() ? 0 : 1;
    }
    if (without > 0) {
      notes.add(
          "%d of %d runs have no latency.hlog: their throughput, latencies and errors are only hashed"
              .formatted(without, recorded.runs().size()));
    }
    if (unsampled > 0) {
      notes.add(
          "%d of %d runs have no samples: CPU and memory are only hashed"
              .formatted(unsampled, recorded.runs().size()));
    }
    return new Recomputed("Figures of the runs follow from raw data", compared, differences, notes);
  }

  /** With the settings that the analysis names. */
  private static Recomputed analysis(Path folder, ResultsFolder results, RecordedRuns recorded) {
    JsonNode packed = JsonFile.read(folder.resolve(ANALYSIS), JsonNode.class);
    AnalysisSettings settings = results.analysis(SweepAnalysis.class).settings();
    UsageException.unless(
        settings != null && settings.resamples() >= 1 && settings.resamples() <= MOST_RESAMPLES,
        "analysis.json: settings.resamples must be from 1 to %d",
        MOST_RESAMPLES);
    JsonNode computed = JsonFile.toTree(FolderAnalysis.of(folder, recorded, settings));
    // Warnings name files, which are elsewhere now.
    JsonComparison comparison = new JsonComparison(Set.of("warnings"));
    comparison.compare(packed, computed);
    return new Recomputed(
        "The analysis follows from the runs",
        comparison.compared(),
        comparison.differences(),
        comparison.added().isEmpty()
            ? List.of()
            : List.of(
                "keys of this version that the packed analysis does not have: "
                    + String.join(", ", comparison.added())));
  }

  /** What nothing can be recomputed for. */
  private static Recomputed hashedAlone(UnpackedArchive unpacked) {
    long others =
        unpacked.files().keySet().stream()
            .filter(name ->
                !name.endsWith(".hlog")
                    && !name.endsWith("results.json")
                    && !Set.of("results.jsonl", ANALYSIS, HashManifest.FILE, "config.json")
                        .contains(name))
            .count();
    return new Recomputed(
        "Only hashed",
        0,
        List.of(),
        List.of(
            "%d other files: CSV files, logs, pages and pictures".formatted(others),
            "of each run: the samples of CPU and memory themselves, what the generator saw of itself,"
                + " times of set-up, the idle stack, speed of CPUs"));
  }
}
