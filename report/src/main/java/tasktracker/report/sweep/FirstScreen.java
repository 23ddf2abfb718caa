package tasktracker.report.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tasktracker.analysis.verdict.Overview;
import tasktracker.analysis.verdict.RunAssessment;
import tasktracker.analysis.verdict.SweepAnalysis;
import tasktracker.analysis.verdict.VerdictMatrix;
import tasktracker.analysis.verdict.Wording;
import tasktracker.load.watch.Validity;
import tasktracker.report.html.Block;
import tasktracker.report.html.Block.Notice;
import tasktracker.report.html.Block.Tone;
import tasktracker.report.html.PageLink;

/** The verdict at a glance and in sentences, and what speaks against trusting it. */
final class FirstScreen {

  private final SweepAnalysis analysis;
  private final Overview overview;

  FirstScreen(SweepAnalysis analysis, Overview overview) {
    this.analysis = analysis;
    this.overview = overview;
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    overview.matrices().stream().map(FirstScreen::matrix).forEach(blocks::add);
    blocks.add(new Block.Prose(overview.limits()));
    blocks.add(new Block.Points(analysis.sentences()));
    if (!analysis.warnings().isEmpty()) {
      blocks.add(new Notice(Tone.WARNING, "What is wrong with this data", analysis.warnings()));
    }
    named(run -> run.validity() == Validity.INVALID)
        .map(runs -> new Notice(Tone.PROBLEM, "Invalid runs, in no figure and no claim", runs))
        .ifPresent(blocks::add);
    named(RunAssessment::leftOutAsWarming)
        .map(runs ->
            new Notice(
                Tone.PROBLEM,
                "Runs of a system that still warmed up, in no figure and no claim",
                runs))
        .ifPresent(blocks::add);
    named(RunAssessment::countsAsSuspect)
        .map(runs -> new Notice(Tone.WARNING, "Suspect runs, to be read with care", runs))
        .ifPresent(blocks::add);
    return blocks;
  }

  private static Block matrix(VerdictMatrix matrix) {
    return new Block.Matrix(
        matrix.headings(),
        matrix.rows().stream()
            .map(row ->
                new Block.MatrixRow(
                    Wording.capital(row.metric().label()),
                    IntStream.range(0, row.cells().size())
                        .mapToObj(i -> cell(row.cells().get(i), matrix.levels().get(i)))
                        .toList()))
            .toList());
  }

  private static Block.MatrixCell cell(VerdictMatrix.Cell cell, int users) {
    return new Block.MatrixCell(
        cell.size(),
        cell.word().toString(),
        tone(cell.word()),
        PageLink.toSection(LevelRuns.id(users)));
  }

  private static Tone tone(VerdictMatrix.Word word) {
    return switch (word) {
      case BETTER -> Tone.GOOD;
      case WORSE -> Tone.PROBLEM;
      case SAME, UNSURE, NOT_COMPARABLE, MISSING -> Tone.PLAIN;
    };
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
