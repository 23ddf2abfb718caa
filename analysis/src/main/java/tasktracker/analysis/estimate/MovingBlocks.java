package tasktracker.analysis.estimate;

import java.util.random.RandomGenerator;

/**
 * Resamples a series in blocks of neighbours, so that what neighbours have in common stays in the
 * resample: H. R. Künsch, "The Jackknife and the Bootstrap for General Stationary Observations",
 * <i>Annals of Statistics</i> 17 (1989). The block length is n^(1/3), after P. Hall, J. L.
 * Horowitz, B.-Y. Jing, "On Blocking Rules for the Bootstrap with Dependent Data",
 * <i>Biometrika</i> 82 (1995).
 *
 * @param length of the series
 * @param block neighbours that stay together
 */
public record MovingBlocks(int length, int block) {

  /** The blocks of a series of this length. */
  public static MovingBlocks of(int length) {
    return new MovingBlocks(length, (int) Math.ceil(Math.cbrt(length)));
  }

  /** The places of one resample, as many as the series has. */
  public int[] draw(RandomGenerator random) {
    int[] places = new int[length];
    for (int filled = 0; filled < length; filled += block) {
      int start = random.nextInt(length - block + 1);
      for (int i = 0; i < Math.min(block, length - filled); i++) {
        places[filled + i] = start + i;
      }
    }
    return places;
  }
}
