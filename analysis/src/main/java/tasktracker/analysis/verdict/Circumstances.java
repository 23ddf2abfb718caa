package tasktracker.analysis.verdict;

import java.util.List;

/**
 * Under which circumstances an experiment measured; what is not known is null.
 *
 * @param loadModel in words, such as {@code closed, think time 50ms-150ms}
 * @param measurementSeconds length of each measurement
 * @param machine processor and number of CPUs
 * @param limits what limits every comparison, a sentence each without its end; null for nothing
 */
public record Circumstances(
    String loadModel, Double measurementSeconds, String machine, List<String> limits) {

  /** Copies the list. */
  public Circumstances {
    limits = limits == null ? List.of() : List.copyOf(limits);
  }
}
