package tasktracker.results.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** The process that made a file with its process id in the name. */
public final class WritingProcess {
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

  private WritingProcess() {}

  /** Whether it still runs. A process that started after the file was made is another one. */
  public static boolean isAlive(long pid, Path file) throws IOException {
    return isAlive(pid, Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant());
  }

  /** The same of a process that ran at this time. */
  public static boolean isAlive(long pid, Instant then) {
    return ProcessHandle.of(pid)
        .filter(process ->
            process
                .info()
                .startInstant()
                .map(start -> !start.minus(CLOCK_TOLERANCE).isAfter(then))
                .orElse(true))
        .isPresent();
  }
}
