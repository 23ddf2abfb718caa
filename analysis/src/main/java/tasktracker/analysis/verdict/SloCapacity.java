package tasktracker.analysis.verdict;

import tasktracker.analysis.estimate.Estimate;

/**
 * How many users an architecture serves within a service-level objective, among the tested levels.
 *
 * @param architecture the architecture
 * @param objective as it was asked for, such as {@code p95<200ms}
 * @param met the highest level up to which every tested level meets it; null where none does
 * @param missed the lowest level that misses it; null where none does
 * @param users interpolated between those two, with an interval; null where one of them is
 */
public record SloCapacity(
    String architecture, String objective, Integer met, Integer missed, Estimate users) {}
