package tasktracker.experiments;

import java.util.List;
import tasktracker.analysis.objective.CapacitySearch.Votes;

/**
 * {@code capacity.json}: the highest arrival rate that meets an objective, by architecture.
 *
 * @param objective as it was asked for
 * @param seed of all random numbers
 * @param architectures one for each
 */
public record Capacity(String objective, long seed, List<OfArchitecture> architectures) {

  /** Copies the list. */
  public Capacity {
    architectures = List.copyOf(architectures);
  }

  /**
   * What one architecture serves. The bracket is no confidence interval: it reaches from the
   * highest rate that every try met to the lowest that every try missed.
   *
   * @param architecture the architecture
   * @param met highest arrival rate per second that meets the objective; null where none does
   * @param metVotes how its tries ended
   * @param missed lowest rate that misses it; null where none does
   * @param missedVotes how its tries ended
   * @param bracketLow highest rate that every try met, as every try of lower rates did; null where
   *     there is none
   * @param bracketLowVotes how its tries ended
   * @param bracketHigh lowest rate that every try missed, as every try of higher rates did; null
   *     likewise
   * @param bracketHighVotes how its tries ended
   * @param limit why the search ended before both rates were known for sure; null where it did not
   * @param throughput requests per second at the rate that meets it, mean over its tries
   * @param cpuUnits vCPUs in use at that rate; null where they were not measured
   * @param memoryGb memory in use at that rate in GB of 1024³ bytes; null likewise
   */
  public record OfArchitecture(
      String architecture,
      Integer met,
      Votes metVotes,
      Integer missed,
      Votes missedVotes,
      Integer bracketLow,
      Votes bracketLowVotes,
      Integer bracketHigh,
      Votes bracketHighVotes,
      String limit,
      Double throughput,
      Double cpuUnits,
      Double memoryGb) {}
}
