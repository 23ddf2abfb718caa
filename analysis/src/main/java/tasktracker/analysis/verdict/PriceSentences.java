package tasktracker.analysis.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a million requests cost at the lowest and the highest level, where prices were given. */
record PriceSentences(SweepAnalysis analysis) {

  Stream<String> all() {
    if (analysis.settings().prices() == null) {
      return Stream.empty();
    }
    if (analysis.prices().isEmpty()) {
      return Stream.of(
          "what a million requests cost cannot be said, because CPU and memory were not measured");
    }
    SortedSet<Integer> levels = new TreeSet<>();
    analysis.prices().forEach(price -> levels.add(price.concurrency()));
    return Stream.of(levels.first(), levels.last()).distinct().map(this::at);
  }

  private String at(int users) {
    List<String> parts = new ArrayList<>();
    for (String architecture : analysis.architectures()) {
      of(architecture, users)
          .ifPresent(price ->
              parts.add(
                  "%s %s%s on %s"
                      .formatted(
                          Wording.estimate(price.estimate()),
                          price.currency(),
                          price.interval() == null ? " (one run, no interval)" : "",
                          architecture)));
    }
    return "at %d users a million requests cost %s, for the CPU and memory in use at the given prices"
        .formatted(users, Wording.and(parts));
  }

  private Optional<RequestPrice> of(String architecture, int users) {
    return analysis.prices().stream()
        .filter(price -> price.concurrency() == users && price.architecture().equals(architecture))
        .findFirst();
  }
}
