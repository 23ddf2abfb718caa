package tasktracker.experiments.evidence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tasktracker.error.LabException;
import tasktracker.experiments.SweepConfig;
import tasktracker.experiments.SweepPlan;
import tasktracker.experiments.SweepSettings;
import tasktracker.results.FailedRun;
import tasktracker.results.JsonFile;
import tasktracker.results.RecordedRuns;
import tasktracker.results.ResultsFolder;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;
import tasktracker.results.file.TextFile;

/**
 * Whether the runs of a folder are those of its plan: none is missing, none is another's, and each
 * came after the one before it.
 */
final class RecordedPlan {
  private static final Pattern FOLDER = Pattern.compile("run_(\\d{3,6})_(.*)_c(\\d+)");

  private final Path folder;
  private final RecordedRuns recorded;
  private final List<String> differences = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  RecordedPlan(Path folder, RecordedRuns recorded) {
    this.folder = folder;
    this.recorded = recorded;
  }

  Recomputed check() {
    recorded.runs().forEach(this::checkFiles);
    checkAll();
    Map<Integer, RunResult> runs = byIndex();
    plan()
        .ifPresentOrElse(
            plan -> checkPlan(plan, runs),
            () -> notes.add("the plan of the runs is not known, so a missing run cannot be found"));
    checkTimes(runs);
    checkInstances();
    return new Recomputed("Runs are those of the plan", recorded.runs().size(), differences, notes);
  }

  /** Each run is in its folder as it is in the list of all. */
  private void checkFiles(RunResult run) {
    String name = RunName.nameOf(run);
    Path file = folder.resolve(name).resolve("results.json");
    if (Files.isRegularFile(file)) {
      JsonComparison comparison = new JsonComparison(Set.of());
      comparison.compare(
          JsonFile.toTree(JsonFile.read(file, RunResult.class)), JsonFile.toTree(run));
      if (!comparison.differences().isEmpty() || !comparison.added().isEmpty()) {
        differences.add(
            "%s: its results.json and its line in results.jsonl differ%s"
                .formatted(
                    name,
                    comparison.differences().stream()
                        .findFirst()
                        .map(first -> ": " + first.replace("by recomputation", "there"))
                        .orElse("")));
      }
    }
    Matcher matcher = FOLDER.matcher(name);
    if (matcher.matches()) {
      RunName said =
          new RunName(Integer.parseInt(matcher.group(1)), run.architecture(), run.concurrency());
      if (!said.folder().equals(name)) {
        differences.add(
            "%s: holds a run of %s at %d users"
                .formatted(name, run.architecture(), run.concurrency()));
      }
    }
  }

  /** The array of all runs says the same as their lines. */
  private void checkAll() {
    Path file = folder.resolve("all_results.json");
    if (Files.isRegularFile(file)) {
      JsonComparison comparison = new JsonComparison(Set.of());
      comparison.compare(
          JsonFile.toTree(JsonFile.read(file, RunResult[].class)),
          JsonFile.toTree(recorded.runs()));
      comparison.differences().stream()
          .findFirst()
          .or(() -> comparison.added().stream().findFirst().map("%s is missing there"::formatted))
          .ifPresent(first ->
              differences.add(
                  "all_results.json and results.jsonl differ: "
                      + first.replace("by recomputation", "there")));
    }
  }

  private Map<Integer, RunResult> byIndex() {
    Map<Integer, RunResult> runs = new TreeMap<>();
    for (RunResult run : recorded.runs()) {
      Matcher matcher = FOLDER.matcher(RunName.nameOf(run));
      if (matcher.matches() && runs.put(Integer.valueOf(matcher.group(1)), run) != null) {
        differences.add("run " + matcher.group(1) + " is there twice");
      }
    }
    return runs;
  }

  private Optional<List<RunName>> plan() {
    if (!recorded.config().has("concurrency_levels")
        || !recorded.config().has("fresh_deployment")) {
      return Optional.empty();
    }
    try {
      SweepSettings settings =
          JsonFile.read(folder.resolve("config.json"), SweepConfig.class).settings();
      long planned =
          (long) settings.measuring().fixedRepetitions()
              * settings.concurrencyLevels().size()
              * settings.architectures().size();
      return planned > PackLimits.FILES ? Optional.empty() : Optional.of(SweepPlan.of(settings));
    } catch (LabException | IllegalArgumentException | NullPointerException e) {
      return Optional.empty();
    }
  }

  private void checkPlan(List<RunName> plan, Map<Integer, RunResult> runs) {
    Set<String> failed = new HashSet<>();
    recorded.failures().stream().map(FailedRun::folder).forEach(failed::add);
    for (RunName planned : plan) {
      RunResult run = runs.get(planned.index());
      if (run == null) {
        if (!failed.contains(planned.folder())) {
          differences.add(planned.folder() + ": was planned, and is neither there nor failed");
        }
      } else if (!run.architecture().equals(planned.architecture())
          || run.concurrency() != planned.concurrency()
          || run.repetition().orElse(1) != planned.repetition()) {
        differences.add(
            "%s: in its place the plan has %s, repetition %d"
                .formatted(RunName.nameOf(run), planned.folder(), planned.repetition()));
      }
    }
    checkAdded(plan.size(), runs, failed);
  }

  /** Runs that results called for are numbered one by one, and come in blocks of all sides. */
  private void checkAdded(int from, Map<Integer, RunResult> runs, Set<String> failed) {
    int last = runs.keySet().stream().mapToInt(Integer::intValue).max().orElse(-1);
    if (last > PackLimits.FILES) {
      differences.add("runs are numbered up to %d, more than a pack can hold".formatted(last));
      return;
    }
    for (int index = from; index <= last; index++) {
      String start = "run_%03d_".formatted(index);
      if (!runs.containsKey(index) && failed.stream().noneMatch(name -> name.startsWith(start))) {
        differences.add("run %03d: there are later ones, but not this one".formatted(index));
      }
    }
    Set<String> architectures =
        recorded.runs().stream().map(RunResult::architecture).collect(toCollection(TreeSet::new));
    Map<List<Integer>, List<RunResult>> blocks =
        recorded.runs().stream()
            .collect(groupingBy(run -> List.of(run.concurrency(), run.repetition().orElse(1))));
    blocks.forEach((block, of) -> {
      Set<String> missing = new TreeSet<>(architectures);
      of.forEach(run -> missing.remove(run.architecture()));
      if (!missing.isEmpty() && failed.isEmpty()) {
        differences.add(
            "repetition %d at %d users: there is no run of %s"
                .formatted(block.getLast(), block.getFirst(), String.join(", ", missing)));
      }
    });
  }

  /** One after the other; what failed is measured again behind the others. */
  private void checkTimes(Map<Integer, RunResult> runs) {
    if (recorded.config().has("imports")) {
      return;
    }
    String failed = everFailed();
    List<RunResult> inOrder =
        runs.values().stream()
            .filter(run -> run.start() != null && run.end() != null)
            .filter(run -> !failed.contains('"' + RunName.nameOf(run) + '"'))
            .toList();
    Instant before = time("start_time").orElse(null);
    for (RunResult run : inOrder) {
      if (before != null && run.start().isBefore(before)) {
        differences.add(
            "%s: begins at %s, before the one before it ended"
                .formatted(RunName.nameOf(run), run.start()));
      }
      before = run.end();
    }
    Instant last = before;
    time("end_time")
        .filter(end -> last != null && last.isAfter(end))
        .ifPresent(end -> differences.add("a run ends after the experiment, at " + last));
  }

  /** The lines of all failures, also of runs that have a result since. */
  private String everFailed() {
    Path file = folder.resolve(ResultsFolder.FAILURES);
    return Files.isRegularFile(file) ? TextFile.read(file) : "";
  }

  private Optional<Instant> time(String key) {
    try {
      return Optional.of(recorded.config().path(key))
          .filter(value -> value.isString())
          .map(value -> Instant.parse(value.asString()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** All runs of an architecture have the same instances; one with others is another's. */
  private void checkInstances() {
    Map<String, List<RunResult>> arms =
        recorded.runs().stream()
            .filter(run -> run.resources() != null)
            .collect(groupingBy(RunResult::architecture));
    arms.forEach((architecture, runs) -> {
      Map<Set<String>, List<RunResult>> kinds =
          runs.stream()
              .collect(groupingBy(run -> Set.copyOf(run.resources().containers().keySet())));
      Optional<Set<String>> usual =
          kinds.entrySet().stream()
              .max(Comparator.comparingInt(each -> each.getValue().size()))
              .map(Map.Entry::getKey);
      kinds.forEach((instances, of) -> {
        if (!instances.equals(usual.orElseThrow())) {
          of.forEach(run ->
              differences.add(
                  "%s: has other instances than the other runs of %s: %s"
                      .formatted(
                          RunName.nameOf(run),
                          architecture,
                          String.join(", ", new TreeSet<>(instances)))));
        }
      });
    });
  }
}
