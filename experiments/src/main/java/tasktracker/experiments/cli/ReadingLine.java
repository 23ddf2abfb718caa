package tasktracker.experiments.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import tasktracker.results.foreign.ReadingProgress;

/** Shows how the reading of a file goes on: a live line; in a log one every ten seconds. */
final class ReadingLine implements ReadingProgress {
  private static final long LIVE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long LOG_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Terminal terminal;
  private final Path file;
  private final long begun = System.nanoTime();
  private long shown = begun;

  ReadingLine(Terminal terminal, Path file) {
    this.terminal = terminal;
    this.file = file;
  }

  @Override
  public void at(long bytes, long size, long lines) {
    long now = System.nanoTime();
    if (now - shown < (terminal.interactive() ? LIVE_NANOS : LOG_NANOS)) {
      return;
    }
    shown = now;
    String line =
        String.format(
            Locale.ROOT,
            "reading %s: %.0f %%, %.1f million lines, %.0f lines/s",
            file.getFileName(),
            100.0 * bytes / Math.max(1, size),
            lines / 1e6,
            lines / ((now - begun) / 1e9));
    if (terminal.interactive()) {
      terminal.status(line);
    } else {
      terminal.line(line);
    }
  }
}
