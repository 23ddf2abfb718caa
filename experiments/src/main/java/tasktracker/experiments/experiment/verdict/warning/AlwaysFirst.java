package tasktracker.experiments.experiment.verdict.warning;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Optional;
import tasktracker.experiments.result.RunResult;

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
            .map(AlwaysFirst::first)
            .toList();
    return firsts.size() >= FEWEST_LEVELS && firsts.stream().distinct().count() == 1
        ? Optional.of(
            ("%s was measured first at every level: what changes with time on the machine always"
                    + " met the same architecture.")
                .formatted(firsts.getFirst()))
        : Optional.empty();
  }

  private static String first(List<RunResult> block) {
    return block.stream().min(comparing(RunResult::start)).orElseThrow().architecture();
  }
}
