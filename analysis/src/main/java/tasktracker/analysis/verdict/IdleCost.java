package tasktracker.analysis.verdict;

import tasktracker.analysis.estimate.Estimate;

/**
 * What a stack takes while nobody asks it for anything.
 *
 * @param architecture the architecture
 * @param deployments how many were looked at
 * @param cpuPercent percent of one vCPU, mean over deployments
 * @param memoryMb MB of 1024² bytes, mean over deployments
 */
public record IdleCost(
    String architecture, int deployments, Estimate cpuPercent, Estimate memoryMb) {}
