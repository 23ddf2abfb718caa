package tasktracker.analysis.seconds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tasktracker.analysis.estimate.Holm;

/**
 * Whether the system was still warming up while it was measured: CPU time per request and latency
 * fall, or throughput rises, beyond what scatter explains. A series warms up when the exact
 * Mann-Kendall test finds a trend, adjusted by Holm's method among the series, and both the slope
 * of Theil and Sen and the difference of the halves are large enough to matter; or when it improves
 * in a {@link Step}.
 *
 * @param trends what was found of each series that was judged
 * @param warming those that say that the system warms up
 */
public record WarmingTrend(List<SeriesTrend> trends, List<SeriesTrend> warming) {
  /** Begin of the reason that a run gives. */
  public static final String REASON = "still warming up";

  /** Copies the lists. */
  public WarmingTrend {
    trends = List.copyOf(trends);
    warming = List.copyOf(warming);
  }

  /** Judges the series that have enough values. */
  public static WarmingTrend of(List<WarmingSeries> series) {
    WarmingThresholds thresholds = WarmingThresholds.DEFAULT;
    List<SeriesTrend> all =
        series.stream()
            .filter(each -> each.rising().length >= thresholds.fewestValues())
            .filter(each -> Medians.of(each.rising()) != 0)
            .map(each -> SeriesTrend.of(each, thresholds))
            .toList();
    List<SeriesTrend> ofSystem = all.stream().filter(each -> !each.series().ofService()).toList();
    List<SeriesTrend> ofServices = all.stream().filter(each -> each.series().ofService()).toList();
    return new WarmingTrend(
        all,
        Stream.concat(
                warming(ofSystem, thresholds.chance(), thresholds).stream(),
                warming(ofServices, thresholds.chanceOfServices(), thresholds).stream())
            .toList());
  }

  private static List<SeriesTrend> warming(
      List<SeriesTrend> family, double chance, WarmingThresholds thresholds) {
    List<Double> adjusted = Holm.adjust(family.stream().map(SeriesTrend::p).toList());
    List<SeriesTrend> warming = new ArrayList<>();
    for (int i = 0; i < family.size(); i++) {
      SeriesTrend trend = family.get(i);
      boolean hasTrend = adjusted.get(i) <= chance && trend.matters(thresholds);
      // The CPU time of one service is counted in ticks, and too coarse for steps.
      boolean hasStep = trend.hasStep() && !trend.series().ofService();
      if (hasTrend || hasStep) {
        warming.add(trend);
      }
    }
    return warming;
  }

  /** Whether there were enough values of any series. */
  public boolean isJudged() {
    return !trends.isEmpty();
  }

  /**
   * Why a claim may not rest on the measurement; empty where nothing speaks against it.
   *
   * @param seconds length of the measurement
   */
  public Optional<String> objection(long seconds) {
    return warming.stream()
        .findFirst()
        .map(trend ->
            "%s (%s in %d s)"
                .formatted(REASON, trend.series().change(trend.from(), trend.to()), seconds));
  }
}
