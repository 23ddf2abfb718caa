package tasktracker.experiments;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import tasktracker.results.RunName;

/**
 * The order of runs that share deployments: repetition by repetition, in it architecture by
 * architecture, on the deployment of each level by level. Architectures and levels are in a random
 * order drawn from the seed, other ones in each repetition. The levels of a repetition have the
 * same order for all architectures, so that a level has the same history everywhere. It follows
 * from the seed alone: what is left of a repetition has the order that it would have had.
 *
 * @param seed of all random numbers
 * @param architectures names in the order of the settings
 */
record SweepOrder(long seed, List<String> architectures) {

  /** The same runs in their order, numbered from an index on. */
  List<RunName> of(List<RunName> runs, int firstIndex) {
    Comparator<RunName> order =
        comparingInt(RunName::repetition)
            // Below zero, where no level is.
            .thenComparingLong(run -> draw(run, -1 - architectures.indexOf(run.architecture())))
            .thenComparingLong(run -> draw(run, run.concurrency()));
    List<RunName> ordered = new ArrayList<>();
    for (RunName run : runs.stream().sorted(order).toList()) {
      ordered.add(
          new RunName(
              firstIndex + ordered.size(),
              run.architecture(),
              run.concurrency(),
              run.repetition()));
    }
    return ordered;
  }

  private long draw(RunName run, int what) {
    return next(next(next(seed) + run.repetition()) + what);
  }

  private static long next(long state) {
    return new SplittableRandom(state).nextLong();
  }
}
