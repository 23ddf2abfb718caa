package tasktracker.analysis.verdict;

import java.util.stream.Stream;

/** How many users each architecture serves within the objective, where one was asked for. */
record ObjectiveSentences(SweepAnalysis analysis) {

  Stream<String> all() {
    return analysis.capacities().stream().map(ObjectiveSentences::text);
  }

  private static String text(SloCapacity capacity) {
    String who = capacity.architecture();
    String objective = capacity.objective();
    if (capacity.met() == null) {
      return "%s misses %s already at %d users, the lowest tested level"
          .formatted(who, objective, capacity.missed());
    }
    if (capacity.missed() == null) {
      return "%s keeps to %s, by the mean of its runs, at every tested level, up to %d users; how many more it would serve was not measured"
          .formatted(who, objective, capacity.met());
    }
    if (capacity.users() == null) {
      return "%s keeps to %s up to %d users and misses it at %d, where a figure to interpolate with is missing"
          .formatted(who, objective, capacity.met(), capacity.missed());
    }
    return "%s serves about %s users within %s%s, interpolated between %d users, which keep to it by the mean of their runs, and %d, which miss it"
        .formatted(
            who,
            Wording.estimate(capacity.users()),
            objective,
            capacity.users().interval() == null ? " (no interval)" : "",
            capacity.met(),
            capacity.missed());
  }
}
