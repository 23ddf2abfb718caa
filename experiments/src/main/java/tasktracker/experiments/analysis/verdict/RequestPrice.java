package tasktracker.experiments.analysis.verdict;

/**
 * What a million requests cost at one level, for the CPU and memory that were in use.
 *
 * @param architecture the architecture
 * @param concurrency virtual users
 * @param currency as the price file names it
 * @param perMillionRequests CPU and memory together
 * @param cpu the part of the CPU
 * @param memory the part of the memory
 */
public record RequestPrice(
    String architecture,
    int concurrency,
    String currency,
    double perMillionRequests,
    double cpu,
    double memory) {}
