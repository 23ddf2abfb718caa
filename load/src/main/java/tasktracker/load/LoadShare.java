package tasktracker.load;

/**
 * The part of a load that one of several generators offers: every n-th user and every n-th arrival,
 * so that all of them together offer exactly the load of one.
 *
 * @param index of the generator, from 0
 * @param of number of generators
 */
public record LoadShare(int index, int of) {
  /** The load as a whole. */
  public static final LoadShare WHOLE = new LoadShare(0, 1);

  /**
   * @throws IllegalArgumentException when there is no such generator
   */
  public LoadShare {
    if (index < 0 || index >= of) {
      throw new IllegalArgumentException(
          "share must be from 0 to %s, not %s".formatted(of - 1, index));
    }
  }

  boolean holds(long number) {
    return number % of == index;
  }
}
