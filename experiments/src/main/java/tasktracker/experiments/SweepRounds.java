package tasktracker.experiments;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import tasktracker.analysis.verdict.SweepAnalysis;
import tasktracker.report.verdict.FolderAnalysis;
import tasktracker.results.FailedRun;
import tasktracker.results.RecordedRuns;
import tasktracker.results.ResultsFolder;
import tasktracker.results.RunName;

/**
 * Which runs come next: those that follow from the settings, and then, round by round, those that
 * the results so far call for. All of it follows from settings and results, so that an interrupted
 * sweep goes on as it would have.
 */
final class SweepRounds {
  private final SweepSettings settings;
  private final MeasuringPlan measuring;
  private final ResultsFolder folder;
  private final List<RunName> fixed;
  private final Set<Integer> givenUp = new HashSet<>();
  private final Set<LevelRepetition> confirming = new HashSet<>();
  private boolean fixedGiven;

  /** One repetition of one level. */
  private record LevelRepetition(int level, int repetition) {}

  SweepRounds(SweepSettings settings, ResultsFolder folder) {
    this.settings = settings;
    this.measuring = settings.measuring();
    this.folder = folder;
    this.fixed = SweepPlan.of(settings);
  }

  /** A level whose run failed gets no further rounds in this sweep. */
  void failed(FailedRun failure) {
    givenUp.add(failure.concurrency());
  }

  /** The next runs, empty when there are none. */
  List<RunName> next() {
    RecordedRuns recorded = folder.read();
    if (!fixedGiven) {
      fixedGiven = true;
      List<RunName> missing = recorded.missing(fixed);
      if (!missing.isEmpty()) {
        return missing;
      }
    }
    if (measuring.isFixed() || recorded.runs().isEmpty()) {
      return List.of();
    }
    RecordedLevels levels = new RecordedLevels(settings.concurrencyLevels(), recorded.runs());
    List<RunName> next = new ArrayList<>();
    addCutShort(levels, next);
    if (next.isEmpty()) {
      addCalledFor(levels, next);
    } else if (settings.freshDeployment() == FreshDeployment.REPETITION && measuring.untilSure()) {
      // Levels that would have followed on the same deployments look as they did before.
      int repetition = next.stream().mapToInt(RunName::repetition).max().orElseThrow();
      addUnfinished(analysis(), repetition, levels, next);
    }
    return SweepPlan.arranged(settings, next, index(levels, List.of()));
  }

  /** Whether a run of a round comes after its level was decided. */
  boolean confirms(RunName run) {
    return confirming.contains(new LevelRepetition(run.concurrency(), run.repetition()));
  }

  /** What an interrupt left out of an earlier round. */
  private void addCutShort(RecordedLevels levels, List<RunName> next) {
    for (int level : levels.levels()) {
      levels
          .confirming(level)
          .forEach(repetition -> confirming.add(new LevelRepetition(level, repetition)));
      int begun = Math.max(levels.repetitions(level), measuring.fixedRepetitions());
      for (int each = 1; each <= begun; each++) {
        int repetition = each;
        settings.architectures().stream()
            .filter(architecture -> !levels.has(architecture, level, repetition))
            .filter(_ -> !givenUp.contains(level) && !isFixed(level, repetition))
            .forEach(architecture ->
                next.add(new RunName(index(levels, next), architecture, level, repetition)));
      }
    }
  }

  private void addCalledFor(RecordedLevels levels, List<RunName> next) {
    SweepAnalysis analysis = analysis();
    if (measuring.untilSure()) {
      addUnfinished(analysis, Integer.MAX_VALUE, levels, next);
    }
    if (next.isEmpty() && measuring.crossoverPrecision() != null) {
      new CrossoverBisection(measuring.crossoverPrecision())
          .next(analysis, levels.levels())
          .filter(level -> !givenUp.contains(level))
          .ifPresent(level -> {
            for (int each = 1; each <= measuring.fixedRepetitions(); each++) {
              addBlock(level, each, levels, next);
            }
          });
    }
  }

  private SweepAnalysis analysis() {
    return FolderAnalysis.of(folder.path(), folder.read(), measuring.stoppingRule(settings.seed()));
  }

  /**
   * One more repetition of each level that is unconfirmed, or undecided and within reach, up to
   * this one.
   */
  private void addUnfinished(
      SweepAnalysis analysis, int last, RecordedLevels levels, List<RunName> next) {
    StoppingCriterion criterion =
        new StoppingCriterion(analysis.comparisons(), measuring.precision(), analysis.settings());
    for (int level : levels.levels()) {
      int done = levels.repetitions(level);
      int confirmed = levels.confirming(level).size();
      boolean decided = confirmed > 0 || criterion.isSure(level);
      int left = measuring.repeats() - done;
      boolean unfinished =
          decided
              ? confirmed < measuring.confirm()
              : left > 0 && !criterion.isOutOfReach(level, left);
      if (unfinished && done < last && !givenUp.contains(level)) {
        if (decided) {
          confirming.add(new LevelRepetition(level, done + 1));
        }
        addBlock(level, done + 1, levels, next);
      }
    }
  }

  private void addBlock(int level, int repetition, RecordedLevels levels, List<RunName> next) {
    Random random = new Random(31 * (31 * settings.seed() + level) + repetition);
    next.addAll(SweepPlan.block(settings, level, repetition, index(levels, next), random));
  }

  private int index(RecordedLevels levels, List<RunName> next) {
    return Math.max(fixed.size(), levels.highestIndex() + 1) + next.size();
  }

  /**
   * Whether a run belongs to what is begun together: a level of a repetition or, where its levels
   * share deployments, the repetition.
   */
  boolean isOfSameBlock(RunName run, RunName before) {
    return switch (settings.freshDeployment()) {
      case REPETITION -> before != null && run.repetition() == before.repetition();
      case RUN -> run.isOfSameBlock(before);
    };
  }

  /** Whether a run follows from the settings alone, whatever the results so far. */
  boolean isPlanned(RunName run) {
    return isFixed(run.concurrency(), run.repetition());
  }

  private boolean isFixed(int level, int repetition) {
    return fixed.stream()
        .anyMatch(run -> run.concurrency() == level && run.repetition() == repetition);
  }
}
