package tasktracker.experiments.experiment.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tasktracker.experiments.analysis.estimate.Estimate;
import tasktracker.experiments.analysis.verdict.ComparedMetric;
import tasktracker.experiments.analysis.verdict.Comparison;
import tasktracker.experiments.analysis.verdict.Effect;
import tasktracker.experiments.analysis.verdict.LevelComparison;
import tasktracker.experiments.analysis.verdict.RunAssessment;
import tasktracker.experiments.analysis.verdict.SweepAnalysis;
import tasktracker.experiments.analysis.verdict.Validity;
import tasktracker.experiments.analysis.verdict.Wording;
import tasktracker.experiments.report.html.Block;
import tasktracker.experiments.report.html.Block.Notice;
import tasktracker.experiments.report.html.Block.Tile;
import tasktracker.experiments.report.html.Block.Tone;

/** The verdict, its key figures, and what speaks against trusting it. */
final class FirstScreen {

  private static final List<ComparedMetric> KEY_FIGURES =
      List.of(
          ComparedMetric.P95,
          ComparedMetric.THROUGHPUT,
          ComparedMetric.CPU_PER_REQUEST,
          ComparedMetric.MEMORY);

  private final SweepAnalysis analysis;

  FirstScreen(SweepAnalysis analysis) {
    this.analysis = analysis;
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>(List.of(new Block.Lead(analysis.verdict())));
    if (!analysis.facts().isEmpty()) {
      blocks.add(new Block.Points(analysis.facts()));
    }
    analysis.comparisons().stream().limit(1).flatMap(this::tiles).forEach(blocks::add);
    if (!analysis.warnings().isEmpty()) {
      blocks.add(new Notice(Tone.WARNING, "What is wrong with this data", analysis.warnings()));
    }
    named(run -> run.validity() == Validity.INVALID)
        .map(runs -> new Notice(Tone.PROBLEM, "Invalid runs, in no figure and no claim", runs))
        .ifPresent(blocks::add);
    named(run -> run.validity() == Validity.SUSPECT && run.excluded())
        .map(runs ->
            new Notice(
                Tone.PROBLEM,
                "Runs of a system that still warmed up, in no figure and no claim",
                runs))
        .ifPresent(blocks::add);
    named(run -> run.validity() == Validity.SUSPECT && !run.excluded())
        .map(runs -> new Notice(Tone.WARNING, "Suspect runs, to be read with care", runs))
        .ifPresent(blocks::add);
    return blocks;
  }

  /** The effects at the highest level that both have. */
  private Stream<Block> tiles(Comparison comparison) {
    return comparison.levels().stream()
        .map(LevelComparison::concurrency)
        .max(Comparator.naturalOrder())
        .map(users ->
            new Block.Tiles(
                "%s against %s at %d users"
                    .formatted(comparison.candidate(), comparison.baseline(), users),
                KEY_FIGURES.stream()
                    .flatMap(metric -> comparison.of(metric).stream())
                    .filter(level -> level.concurrency() == users && level.effect() != null)
                    .map(this::tile)
                    .toList()))
        .filter(tiles -> !tiles.figures().isEmpty())
        .map(Block.class::cast)
        .stream();
  }

  private Tile tile(LevelComparison level) {
    Estimate effect = level.effect().estimate();
    return new Tile(
        Wording.capital(level.metric().label()),
        (level.effect().scale() == Effect.Scale.RATIO ? "× " : "") + Wording.number(effect.value()),
        effect.interval() == null
            ? "one run each, no interval"
            : "%s: %s (%s)"
                .formatted(
                    Wording.interval(effect.interval()),
                    Word.on(level, analysis.settings()),
                    Wording.basis(effect.basis())));
  }

  private Optional<List<String>> named(Predicate<RunAssessment> which) {
    List<String> runs = analysis.runs().stream().filter(which).map(FirstScreen::reasons).toList();
    return runs.isEmpty() ? Optional.empty() : Optional.of(runs);
  }

  private static String reasons(RunAssessment run) {
    return run.run()
        + ": "
        + (run.reasons().isEmpty() ? "no reason recorded" : String.join("; ", run.reasons()));
  }
}
