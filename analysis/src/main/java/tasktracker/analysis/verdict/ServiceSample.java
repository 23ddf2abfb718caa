package tasktracker.analysis.verdict;

/**
 * What one service took in one run, its replicas together.
 *
 * @param service its name
 * @param database whether it is a database; null where that is not known
 * @param cpuPercent mean CPU, 100 for one vCPU; null where it was not sampled
 * @param memoryBytes mean memory; null likewise
 */
public record ServiceSample(
    String service, Boolean database, Double cpuPercent, Double memoryBytes) {}
