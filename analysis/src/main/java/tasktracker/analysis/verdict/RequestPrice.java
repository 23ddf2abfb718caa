package tasktracker.analysis.verdict;

import tasktracker.analysis.estimate.Estimate;
import tasktracker.analysis.estimate.Interval;

/**
 * What a million requests cost at one level, for the CPU and memory that were in use.
 *
 * @param architecture the architecture
 * @param concurrency virtual users
 * @param currency as the price file names it
 * @param perMillionRequests CPU and memory together
 * @param cpu the part of the CPU
 * @param memory the part of the memory
 * @param interval of both together across repetitions; null for a single run
 */
public record RequestPrice(
    String architecture,
    int concurrency,
    String currency,
    double perMillionRequests,
    double cpu,
    double memory,
    Interval interval) {

  /** The price of both together with its interval. */
  public Estimate estimate() {
    return new Estimate(perMillionRequests, interval);
  }
}
