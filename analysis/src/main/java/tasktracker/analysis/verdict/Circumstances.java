package tasktracker.analysis.verdict;

/**
 * Under which circumstances an experiment measured; what is not known is null.
 *
 * @param loadModel in words, such as {@code closed, think time 50ms-150ms}
 * @param measurementSeconds length of each measurement
 * @param machine processor and number of CPUs
 */
public record Circumstances(String loadModel, Double measurementSeconds, String machine) {}
