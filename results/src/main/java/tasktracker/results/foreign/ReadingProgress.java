package tasktracker.results.foreign;

/** Is told how the reading of a file goes on, many times a second. */
@FunctionalInterface
public interface ReadingProgress {
  /** Tells nobody. */
  ReadingProgress NONE = (_, _, _) -> {};

  /**
   * So much has been read.
   *
   * @param bytes of the file as it lies on the disk
   * @param size of the file
   * @param lines so far
   */
  void at(long bytes, long size, long lines);
}
