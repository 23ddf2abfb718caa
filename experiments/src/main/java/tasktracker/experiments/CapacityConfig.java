package tasktracker.experiments;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * {@code config.json} of a search for capacity.
 *
 * @param circumstances settings that a sweep has too, and the machine
 * @param capacity how capacity is looked for
 */
public record CapacityConfig(@JsonUnwrapped SweepConfig circumstances, CapacityPlan capacity) {}
