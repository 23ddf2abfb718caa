package tasktracker.load.http;

/**
 * How long the fuzz suite runs, and where its random numbers begin: the system properties {@code
 * fuzz.rounds} and {@code fuzz.seed}.
 */
record FuzzSettings(int rounds, long seed) {
  static final FuzzSettings CURRENT =
      new FuzzSettings(Integer.getInteger("fuzz.rounds", 2_000), Long.getLong("fuzz.seed", 2026));
}
