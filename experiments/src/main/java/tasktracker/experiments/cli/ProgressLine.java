package tasktracker.experiments.cli;

import java.time.Duration;
import java.util.Locale;
import tasktracker.load.Phase;
import tasktracker.load.Progress;

/**
 * Shows how a load test goes on: a live line on a terminal; a line per phase and one every ten
 * seconds in a log.
 */
final class ProgressLine {
  private static final int LOG_EVERY = 10;

  private final Terminal terminal;
  private Phase logged;
  private int sinceLogged;

  ProgressLine(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Another load test begins. */
  void begin() {
    logged = null;
  }

  void show(Progress progress, int users) {
    String line =
        String.format(
            Locale.ROOT,
            "      %-11s  %d/%d users  %.0f requests/s  p95 %s  %d errors  %d s left",
            progress.phase(),
            progress.users(),
            users,
            progress.requestsPerSecond(),
            progress
                .p95()
                .map(p95 -> String.format(Locale.ROOT, "%.1f ms", p95.toNanos() / 1e6))
                .orElse("-"),
            progress.failures(),
            progress.remaining().plusMillis(500).toSeconds());
    terminal.status(line);
    if (!terminal.interactive() && isDue(progress.phase())) {
      terminal.line(line);
    }
  }

  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toNanos() / 1e9);
  }

  private boolean isDue(Phase phase) {
    sinceLogged++;
    if (phase == logged && sinceLogged < LOG_EVERY) {
      return false;
    }
    logged = phase;
    sinceLogged = 0;
    return true;
  }
}
