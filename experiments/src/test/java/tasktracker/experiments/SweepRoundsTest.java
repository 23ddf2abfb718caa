package tasktracker.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.MeasuringEffort;
import tasktracker.analysis.verdict.Overview;
import tasktracker.analysis.verdict.RunAssessment;
import tasktracker.analysis.verdict.SweepAnalysis;
import tasktracker.report.verdict.FolderAnalysis;
import tasktracker.results.FailedRun;
import tasktracker.results.ResultsFolder;
import tasktracker.results.RunName;

/** Two architectures at 10 and 50 users. */
class SweepRoundsTest {
  private static final MeasuringPlan UNTIL_SURE =
      new MeasuringPlan(10, true, 0.05, 0, null, null, false, null);

  @TempDir private Path parent;
  private ResultsFolder folder;

  @BeforeEach
  void createFolder() {
    folder = ResultsFolder.createAt(parent.resolve("sweep"));
    folder.writeConfig(Map.of("until_sure", true, "confirm", 0));
  }

  @Test
  void repeatsOnlyTheLevelThatIsUndecided() {
    List<RunName> runs = carryOut(UNTIL_SURE, 0.025, SweepRoundsTest::p95);

    assertThat(runs.stream().filter(run -> run.concurrency() == 10)).hasSize(2 * 4);
    assertThat(runs.stream().filter(run -> run.concurrency() == 50)).hasSizeGreaterThan(2 * 4);
    assertThat(runs).extracting(RunName::index).doesNotHaveDuplicates();
  }

  @Test
  void saysWhatThatSavedBesideTheFixedPlan() {
    List<RunName> runs = carryOut(UNTIL_SURE, 0.025, SweepRoundsTest::p95);

    SweepAnalysis analysis =
        FolderAnalysis.of(folder.path(), folder.read(), AnalysisSettings.DEFAULTS);
    MeasuringEffort effort = analysis.effort();

    assertThat(effort.runs()).isEqualTo(runs.size());
    assertThat(effort.seconds()).isEqualTo(20.0 * runs.size());
    assertThat(effort.fixedRuns()).isGreaterThan(runs.size());
    assertThat(effort.saved()).isEqualTo(20.0 * (effort.fixedRuns() - runs.size()));
    assertThat(analysis.facts())
        .anyMatch(fact ->
            fact.startsWith(
                    "Repeating only what was not yet sure took %d runs".formatted(runs.size()))
                && fact.endsWith("were saved."));
  }

  @Test
  void confirmsWhatIsDecidedWithFreshRuns() {
    MeasuringPlan plan = new MeasuringPlan(10, true, 0.05, 3, null, null, false, null);

    List<RunName> runs = carryOut(plan, 0.06, SweepRoundsTest::p95);

    assertThat(runs.stream().filter(run -> run.concurrency() == 10)).hasSize(2 * (4 + 3));
    SweepAnalysis analysis =
        FolderAnalysis.of(folder.path(), folder.read(), AnalysisSettings.DEFAULTS);
    assertThat(analysis.comparisons().getFirst().of(ComparedMetric.P95).getFirst())
        .satisfies(level -> {
          assertThat(level.repetitions()).isEqualTo(3);
          assertThat(level.looks()).isEqualTo(1);
          assertThat(level.effect().estimate().interval().confidence()).isEqualTo(0.95);
          assertThat(level.deciding().repetitions()).isEqualTo(4);
          assertThat(level.deciding().looks()).isEqualTo(1);
        });
    assertThat(analysis.runs().stream().filter(RunAssessment::confirms))
        .allMatch(run -> run.repetition() > 4);
    assertThat(Overview.of(analysis).limits())
        .contains("95 % intervals from 3 fresh pairs, decided on 4")
        .contains("≥ 95 % after 1");
  }

  @Test
  void goesOnConfirmingAfterAnInterrupt() {
    MeasuringPlan plan = new MeasuringPlan(10, true, 0.05, 3, null, null, false, null);
    SweepRounds rounds = rounds(plan);
    InventedRuns invented = new InventedRuns(folder, 0.001, SweepRoundsTest::p95);
    rounds.next().forEach(invented::carryOut);
    List<RunName> confirming = rounds.next();
    assertThat(confirming).hasSize(2 * 2).allMatch(rounds::confirms);
    invented.carryOut(confirming.getFirst(), rounds);

    SweepRounds resumed = rounds(plan);
    List<RunName> rest = resumed.next();

    assertThat(rest)
        .allMatch(resumed::confirms)
        .anyMatch(run -> run.isOfSameBlock(confirming.getFirst()));
  }

  @Test
  void endsAtTheMostRepetitions() {
    MeasuringPlan plan = new MeasuringPlan(5, true, 0.05, 0, null, null, false, null);

    List<RunName> runs = carryOut(plan, 0.35, SweepRoundsTest::threefold);

    assertThat(runs).hasSize(2 * 2 * 5);
  }

  @Test
  void endsWhereMoreRepetitionsWouldHardlyDecide() {
    List<RunName> runs = carryOut(UNTIL_SURE, 0.5, _ -> 20);

    assertThat(runs).hasSizeLessThan(2 * 2 * 7);
  }

  @Test
  void goesOnAfterAnInterruptAsItWouldHave() {
    SweepRounds rounds = rounds(UNTIL_SURE);
    InventedRuns invented = new InventedRuns(folder, 0.5, SweepRoundsTest::threefold);
    rounds.next().forEach(invented::carryOut);
    RunName lastBeforeTheInterrupt = rounds.next().getFirst();
    invented.carryOut(lastBeforeTheInterrupt);

    List<RunName> next = rounds(UNTIL_SURE).next();

    assertThat(next).hasSize(1);
    assertThat(next.getFirst().isOfSameBlock(lastBeforeTheInterrupt)).isTrue();
    assertThat(next.getFirst().architecture()).isNotEqualTo(lastBeforeTheInterrupt.architecture());
  }

  @Test
  void leavesALevelAloneWhoseRunFailed() {
    SweepRounds rounds = rounds(UNTIL_SURE);
    InventedRuns invented = new InventedRuns(folder, 0.5, SweepRoundsTest::threefold);
    List<RunName> fixed = rounds.next();
    fixed.forEach(invented::carryOut);
    rounds.failed(FailedRun.of(fixed.getFirst(), "died", Instant.EPOCH));

    assertThat(rounds.next())
        .extracting(RunName::concurrency)
        .doesNotContain(fixed.getFirst().concurrency())
        .isNotEmpty();
  }

  @Test
  void addsLevelsWhereTheWinnerChanges() {
    // Equal at 24 users.
    ToDoubleFunction<RunName> crossing =
        run -> run.architecture().equals("monolith") ? run.concurrency() : 24;

    List<RunName> runs =
        carryOut(new MeasuringPlan(4, false, 0.05, 0, null, 0.1, false, null), 0.001, crossing);

    List<Integer> added =
        runs.stream()
            .map(RunName::concurrency)
            .filter(users -> users != 10 && users != 50)
            .toList();
    assertThat(added).contains(22);
    assertThat(added).allMatch(users -> users > 10 && users < 50);
    assertThat(added.stream().distinct().count()).isLessThanOrEqualTo(5);
    assertThat(runs.stream().filter(run -> run.concurrency() == 22)).hasSize(2 * 4);
  }

  @Test
  void bringsAnAddedLevelToItsEndAfterAnInterrupt() {
    MeasuringPlan plan = new MeasuringPlan(4, false, 0.05, 0, null, 0.1, false, null);
    InventedRuns invented =
        new InventedRuns(
            folder, 0.001, run -> run.architecture().equals("monolith") ? run.concurrency() : 24);
    SweepRounds rounds = rounds(plan);
    rounds.next().forEach(invented::carryOut);
    List<RunName> added = rounds.next();
    invented.carryOut(added.getFirst());

    assertThat(rounds(plan).next())
        .extracting(RunName::architecture, RunName::concurrency, RunName::repetition)
        .containsExactlyInAnyOrderElementsOf(
            added.stream()
                .skip(1)
                .map(run -> tuple(run.architecture(), run.concurrency(), run.repetition()))
                .toList());
  }

  @Test
  void addsARepetitionOfAllUndecidedLevelsOnADeploymentOfEachArchitecture() {
    SweepRounds rounds = sharingRounds();
    InventedRuns invented = new InventedRuns(folder, 0.5, SweepRoundsTest::threefold);
    List<RunName> fixed = rounds.next();
    fixed.forEach(invented::carryOut);

    List<RunName> next = rounds.next();

    assertThat(SharedRuns.of(fixed, FreshDeployment.REPETITION)).hasSize(2 * 4);
    assertThat(next).extracting(RunName::repetition).containsOnly(5);
    assertThat(next).extracting(RunName::index).containsExactly(16, 17, 18, 19);
    assertThat(SharedRuns.of(next, FreshDeployment.REPETITION))
        .hasSize(2)
        .allSatisfy(
            deployment -> assertThat(deployment.levels()).containsExactlyInAnyOrder(10, 50));
    assertThat(next).allMatch(run -> rounds.isOfSameBlock(run, next.getFirst()));
    assertThat(rounds.isOfSameBlock(next.getFirst(), fixed.getLast())).isFalse();
  }

  @Test
  void bringsARepetitionOfSharedDeploymentsToItsEndAfterAnInterrupt() {
    SweepRounds rounds = sharingRounds();
    InventedRuns invented = new InventedRuns(folder, 0.5, SweepRoundsTest::threefold);
    rounds.next().forEach(invented::carryOut);
    List<RunName> cutShort = rounds.next();
    invented.carryOut(cutShort.getFirst());

    List<RunName> rest = sharingRounds().next();

    assertThat(rest)
        .extracting(RunName::architecture, RunName::concurrency, RunName::repetition)
        .containsExactlyElementsOf(
            cutShort.stream()
                .skip(1)
                .map(run -> tuple(run.architecture(), run.concurrency(), run.repetition()))
                .toList());
    assertThat(rest).extracting(RunName::folder).doesNotContain(cutShort.getFirst().folder());
  }

  private SweepRounds sharingRounds() {
    return new SweepRounds(
        SampleSettings.sharing(List.of("monolith", "modular"), List.of(10, 50), 1, UNTIL_SURE),
        folder);
  }

  private List<RunName> carryOut(MeasuringPlan plan, double noise, ToDoubleFunction<RunName> p95) {
    SweepRounds rounds = rounds(plan);
    InventedRuns invented = new InventedRuns(folder, noise, p95);
    List<RunName> all = new ArrayList<>();
    for (List<RunName> next = rounds.next(); !next.isEmpty(); next = rounds.next()) {
      next.forEach(run -> invented.carryOut(run, rounds));
      all.addAll(next);
    }
    return all;
  }

  private SweepRounds rounds(MeasuringPlan plan) {
    return new SweepRounds(SampleSettings.repeated(plan), folder);
  }

  /** Far apart, so that a few noisy pairs more decide. */
  private static double threefold(RunName run) {
    return run.architecture().equals("monolith") ? 20 : 60;
  }

  /** Far apart at 10 users, close but not the same at 50. */
  private static double p95(RunName run) {
    return run.architecture().equals("monolith") ? 20 : run.concurrency() == 10 ? 60 : 21.2;
  }
}
