package tasktracker.experiments.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tasktracker.analysis.objective.CapacitySearch.Votes;
import tasktracker.experiments.Capacity;
import tasktracker.report.ValueText;

/** What a search for capacity found, a line for each architecture. */
record CapacityText(Capacity capacity) {

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Capacity.OfArchitecture each : capacity.architectures()) {
      lines.add(
          "%s: %s%s"
              .formatted(
                  each.architecture(),
                  found(each),
                  each.limit() == null ? "" : "; ended early: " + each.limit()));
    }
    return lines;
  }

  private String found(Capacity.OfArchitecture each) {
    if (each.met() == null) {
      return each.missed() == null
          ? "nothing was measured"
          : "misses %s even at %d arrivals/s %s"
              .formatted(capacity.objective(), each.missed(), tries(each.missedVotes()));
    }
    String upTo =
        each.missed() == null
            ? "and no rate that was tried misses it"
            : "misses it at %d/s %s".formatted(each.missed(), tries(each.missedVotes()));
    return "meets %s at %d arrivals/s %s, %s%s; there it takes %s vCPU and %s GB for %s requests/s"
        .formatted(
            capacity.objective(),
            each.met(),
            tries(each.metVotes()),
            upTo,
            bracket(each),
            ValueText.fixed(each.cpuUnits(), 2),
            ValueText.fixed(each.memoryGb(), 2),
            ValueText.fixed(each.throughput(), 0));
  }

  private static String bracket(Capacity.OfArchitecture each) {
    return each.bracketLow() == null || each.bracketHigh() == null
        ? ""
        : "; bracket of tries that agree, no confidence interval: %d/s %s to %d/s %s"
            .formatted(
                each.bracketLow(),
                tries(each.bracketLowVotes()),
                each.bracketHigh(),
                tries(each.bracketHighVotes()));
  }

  private static String tries(Votes votes) {
    return String.format(Locale.ROOT, "(met by %d of %d)", votes.met(), votes.tries());
  }
}
