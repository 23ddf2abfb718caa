package tasktracker.load.scenario;

import java.util.random.RandomGenerator;

/**
 * What a virtual user is born with.
 *
 * @param number 0 for the first user of a run, and counting
 * @param runId differs from run to run, so that accounts made from it are new; letters and digits
 * @param random this user's own random numbers, the same for the same seed and number; not
 *     thread-safe, for this user's thread alone
 */
public record UserContext(int number, String runId, RandomGenerator random) {}
