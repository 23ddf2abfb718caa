package tasktracker.experiments.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.GateJudgement;
import tasktracker.analysis.verdict.JudgedFigure;
import tasktracker.analysis.verdict.SweepAnalysis;
import tasktracker.report.verdict.JUnitReport;
import tasktracker.results.file.FileFailure;
import tasktracker.results.file.TargetFile;

/**
 * What the systems of an experiment have to keep to.
 *
 * @param suite name of the experiment in a file of test results
 * @param objective service-level objective; null without one
 * @param gate of a build
 * @param junit file for the judgements; null without one
 */
record Requirements(String suite, String objective, GateOptions gate, Path junit) {
  private static final int PASSED = 0;
  private static final int FAILED = 1;
  private static final int NOT_JUDGED = 4;

  /** An objective alone, or nothing at all. */
  static Requirements of(String suite, String objective) {
    return new Requirements(suite, objective, new GateOptions(), null);
  }

  /**
   * Makes the folder of the file of test results.
   *
   * @throws tasktracker.error.LabException naming the file, if it cannot be written there
   */
  void requireWritable() {
    if (junit != null) {
      Path parent = TargetFile.folder(junit.toAbsolutePath().getParent());
      if (Files.isDirectory(junit) || !Files.isWritable(parent)) {
        throw FileFailure.writing(junit, new AccessDeniedException(junit.toString()));
      }
    }
  }

  /** How to analyse what was measured. */
  AnalysisSettings settings() {
    return AnalysisSettings.DEFAULTS.withObjective(objective);
  }

  /**
   * Judges what was measured, says what came of it, and returns the exit code. A gate or an
   * objective that judged nothing has not passed.
   */
  int judge(SweepAnalysis analysis, Terminal terminal) {
    List<GateJudgement> gated = gate.judge(analysis, terminal);
    List<JudgedFigure> judgements = new ArrayList<>(analysis.objectives());
    judgements.addAll(gated);
    if (junit != null) {
      TargetFile.write(junit, JUnitReport.of(suite, judgements));
    }
    Set<JudgedFigure.Word> words = EnumSet.of(JudgedFigure.Word.PASSED);
    if (gate.isGiven()) {
      words.add(JudgedFigure.Word.of(gated));
    }
    if (objective != null) {
      words.add(JudgedFigure.Word.of(analysis.objectives()));
    }
    if (words.contains(JudgedFigure.Word.FAILED)) {
      return FAILED;
    }
    return words.contains(JudgedFigure.Word.NOT_JUDGED) ? NOT_JUDGED : PASSED;
  }
}
