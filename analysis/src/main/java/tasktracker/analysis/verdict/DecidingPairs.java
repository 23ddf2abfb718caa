package tasktracker.analysis.verdict;

/**
 * The pairs of runs that ended the repetitions of a level. A word rests on them; the size of an
 * effect does not, because pairs that happened to lie far apart end sooner.
 *
 * @param repetitions how many pairs
 * @param looks how often they were looked at
 * @param effect candidate relative to baseline in them; its interval covers what it says after all
 *     looks
 */
public record DecidingPairs(int repetitions, int looks, Effect effect) {}
