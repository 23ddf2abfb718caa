package tasktracker.analysis.scaling;

/**
 * The throughput of one run.
 *
 * @param users virtual users
 * @param throughput requests per second
 */
public record LoadPoint(double users, double throughput) {}
