package tasktracker.analysis.verdict;

/**
 * What the stack of one run took before load.
 *
 * @param cpuPercent 100 for one vCPU
 * @param memoryBytes memory of all its instances
 */
public record IdleSample(double cpuPercent, double memoryBytes) {}
