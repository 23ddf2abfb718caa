package tasktracker.results.foreign;

import java.nio.file.Path;
import java.util.List;

/**
 * Files in which another load generator leaves what it measured. Without a state of its own; found
 * by its name in {@link ForeignFormats}.
 */
public interface ForeignFormat {
  /** Name in files, such as {@code k6-csv}. */
  String name();

  /** Name in commands, such as {@code k6}. */
  String shortName();

  /** The generator, such as {@code k6}. */
  String generator();

  /** What it cannot tell, a sentence each without its end. */
  List<String> unknown();

  /**
   * How far apart the latencies near one are that its files can hold, in ms; 0 if that is no
   * matter.
   */
  default double stepAt(double latencyMs) {
    return 0;
  }

  /** Whether figures of a part of the time can be had. */
  boolean canBeCut();

  /** Name of the file that the generator is told to write to. */
  String outputName();

  /** Where a generator that was told to write to a file leaves its measurement. */
  default Path output(Path told) {
    return told;
  }

  /**
   * Reads what was measured in one go, in little memory.
   *
   * @throws tasktracker.error.LabException with file and line of what is wrong
   */
  ForeignRecords read(Path file, ReadingProgress progress);
}
