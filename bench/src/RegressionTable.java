import java.util.ArrayList;
import java.util.List;
import tasktracker.analysis.estimate.Estimate;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.Comparison;
import tasktracker.analysis.verdict.Effect;
import tasktracker.analysis.verdict.GateJudgement;
import tasktracker.analysis.verdict.JudgedFigure;
import tasktracker.analysis.verdict.LevelComparison;
import tasktracker.analysis.verdict.Tolerance;
import tasktracker.analysis.verdict.Wording;

/** What the gate of the lab says to each figure of two revisions. */
final class RegressionTable {
  private static final AnalysisSettings SETTINGS = AnalysisSettings.DEFAULTS;
  private static final Tolerance ALLOWED = new Tolerance(0.05);

  private final List<GateJudgement> judgements = new ArrayList<>();
  private final List<String[]> rows = new ArrayList<>();

  /**
   * Judges the figures of a comparison.
   *
   * @param figure what the figure is; null where the comparison names its figures itself
   */
  void judge(String bench, String figure, Comparison comparison) {
    for (LevelComparison level : comparison.levels()) {
      ComparedMetric metric = level.metric();
      if (!metric.headline() || (level.baseline() == null && level.candidate() == null)) {
        continue;
      }
      GateJudgement judgement = GateJudgement.of(comparison, level, ALLOWED, SETTINGS);
      judgements.add(judgement);
      rows.add(
          new String[] {
            bench,
            figure == null ? metric.label() + ", " + metric.unit() : figure,
            value(level.baseline()),
            value(level.candidate()),
            effect(level.effect()),
            verdict(level, judgement)
          });
    }
  }

  void print(int pairs) {
    Table table =
        new Table(
            "%d pairs; slower is what is worse by more than %s, beyond chance"
                .formatted(pairs, Wording.percent(ALLOWED.allowed())),
            "bench", "figure", "base", "head", "head / base (95 %)", "verdict");
    rows.forEach(table::row);
    table.print();
  }

  int exitCode() {
    return switch (JudgedFigure.Word.of(judgements)) {
      case PASSED -> 0;
      case FAILED -> 1;
      case NOT_JUDGED -> 4;
    };
  }

  private static String verdict(LevelComparison level, GateJudgement judgement) {
    boolean speed = level.metric().followsCpuSpeed();
    return switch (judgement.word()) {
      case FAILED -> speed ? "**slower**" : "**worse**";
      case NOT_JUDGED -> level.effect() == null ? judgement.reason() : "too noisy";
      case PASSED -> {
        if (isSame(level)) {
          yield "no sure difference";
        }
        if (Tolerance.isWorse(level.metric(), level.effect().estimate().interval())) {
          yield speed ? "slower, within the gate" : "worse, within the gate";
        }
        yield speed ? "faster" : "better";
      }
    };
  }

  private static boolean isSame(LevelComparison level) {
    return level.effect().estimate().interval().contains(level.effect().scale().same())
        || level.adjustedP() == null
        || level.adjustedP() > 1 - SETTINGS.confidence();
  }

  private static String value(Estimate estimate) {
    return estimate == null ? "N/A" : Wording.number(estimate.value());
  }

  private static String effect(Effect effect) {
    if (effect == null) {
      return "N/A";
    }
    String text = Wording.estimate(effect.estimate());
    return effect.scale() == Effect.Scale.RATIO ? text : text + " points";
  }
}
