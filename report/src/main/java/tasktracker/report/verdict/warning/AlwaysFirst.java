package tasktracker.report.verdict.warning;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tasktracker.results.RunResult;

/** One architecture that was measured before the others whenever there was an order. */
final class AlwaysFirst implements Warning {
  private static final int FEWEST_LEVELS = 5;

  @Override
  public Optional<String> about(SweepData data) {
    List<String> firsts =
        data.runs().stream()
            .filter(run -> run.start() != null)
            .collect(groupingBy(run -> List.of(run.concurrency(), run.repetition().orElse(1))))
            .values()
            .stream()
            .filter(block -> block.size() > 1)
            .collect(toMap(AlwaysFirst::deployments, block -> block, (one, _) -> one))
            .values()
            .stream()
            .map(AlwaysFirst::first)
            .toList();
    return firsts.size() >= FEWEST_LEVELS && firsts.stream().distinct().count() == 1
        ? Optional.of(
            ("%s was measured first at every level: what changes with time on the machine always"
                    + " met the same architecture.")
                .formatted(firsts.getFirst()))
        : Optional.empty();
  }

  /** Levels that were measured on the same deployments had their order decided once. */
  private static Object deployments(List<RunResult> block) {
    Set<Object> numbers = new HashSet<>();
    block.forEach(run -> numbers.add(run.additions().get("deployment")));
    return numbers.contains(null) ? block : numbers;
  }

  private static String first(List<RunResult> block) {
    return block.stream().min(comparing(RunResult::start)).orElseThrow().architecture();
  }
}
