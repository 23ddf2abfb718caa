package tasktracker.load;

import java.util.SplittableRandom;

/**
 * What a run draws random numbers for. Each purpose has its own stream, independent of the others
 * as {@link SplittableRandom#split()} promises, so that no user draws the times of the arrivals.
 *
 * @param users is split once for each user, in their order
 */
record RandomStreams(SplittableRandom users, SplittableRandom arrivals) {
  static RandomStreams of(long seed) {
    SplittableRandom all = new SplittableRandom(seed);
    return new RandomStreams(all.split(), all.split());
  }
}
