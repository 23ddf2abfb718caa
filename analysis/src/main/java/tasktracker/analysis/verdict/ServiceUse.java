package tasktracker.analysis.verdict;

/**
 * What one service took at one level, its replicas together, mean over the repetitions.
 *
 * @param architecture the architecture
 * @param concurrency virtual users
 * @param service name of the service or database
 * @param database whether it is a database; null where that is not known
 * @param cpuMsPerRequest CPU time in ms for each request that the whole stack served
 * @param cpuShare part of the stack's CPU time, from 0 to 1
 * @param memoryMb mean memory in MB of 1024² bytes
 * @param memoryMbSecondsPerRequest memory over time for each request: MB divided by throughput
 */
public record ServiceUse(
    String architecture,
    int concurrency,
    String service,
    Boolean database,
    Double cpuMsPerRequest,
    Double cpuShare,
    Double memoryMb,
    Double memoryMbSecondsPerRequest) {}
