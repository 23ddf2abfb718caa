package tasktracker.analysis.verdict;

import tasktracker.analysis.estimate.Interval;

/**
 * What a gate says to one metric of two systems at one level.
 *
 * @param baseline the one that is compared with
 * @param candidate the one that is judged
 * @param concurrency virtual users
 * @param metric what is judged
 * @param word passed or failed where chance is ruled out: worse by at most what is allowed, or by
 *     more
 * @param reason with its figures, for people
 */
public record GateJudgement(
    String baseline,
    String candidate,
    int concurrency,
    ComparedMetric metric,
    Word word,
    String reason)
    implements JudgedFigure {

  /** The judgement on a level of a comparison. */
  public static GateJudgement of(
      Comparison comparison,
      LevelComparison level,
      Tolerance tolerance,
      AnalysisSettings settings) {
    if (level.candidate() == null && level.baseline() != null) {
      return say(comparison, level, Word.FAILED, "there is no figure of " + comparison.candidate());
    }
    if (level.verdict() == Verdict.NOT_COMPARABLE) {
      return say(comparison, level, Word.NOT_JUDGED, "not comparable: the two did different work");
    }
    if (level.effect() == null || level.effect().estimate().interval() == null) {
      return say(
          comparison,
          level,
          Word.NOT_JUDGED,
          level.effect() == null
              ? "there is nothing to compare: no figures, or too many failed requests"
              : "no interval: repeat it three times or more");
    }
    Interval interval = level.effect().estimate().interval();
    String figures = figures(level);
    if (tolerance.isExceeded(level.metric(), level.effect().estimate().value())
        && Tolerance.isWorse(level.metric(), interval)
        && level.isSure(settings)) {
      return say(comparison, level, Word.FAILED, figures);
    }
    return tolerance.mayBeExceeded(level.metric(), interval)
        ? say(comparison, level, Word.NOT_JUDGED, "too noisy to judge: " + figures)
        : say(comparison, level, Word.PASSED, figures);
  }

  private static String figures(LevelComparison level) {
    return Wording.effect(level.effect())
        + (level.effect().scale() == Effect.Scale.RATIO ? "" : " percentage points more");
  }

  private static GateJudgement say(
      Comparison comparison, LevelComparison level, Word word, String reason) {
    return new GateJudgement(
        comparison.baseline(),
        comparison.candidate(),
        level.concurrency(),
        level.metric(),
        word,
        reason);
  }

  @Override
  public String group() {
    return candidate + " against " + baseline;
  }

  @Override
  public String name() {
    return "%s at %d users".formatted(metric.label(), concurrency);
  }

  /** What is judged: {@code p95 latency of after at 20 users}. */
  public String subject() {
    return "%s of %s at %d users".formatted(metric.label(), candidate, concurrency);
  }
}
