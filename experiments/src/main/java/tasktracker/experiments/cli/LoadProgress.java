package tasktracker.experiments.cli;

import java.time.Instant;
import java.util.Locale;
import tasktracker.experiments.WarmUpWatch;
import tasktracker.load.LoadListener;
import tasktracker.load.Phase;
import tasktracker.load.Progress;
import tasktracker.load.model.LoadModel;
import tasktracker.load.recording.Latencies;
import tasktracker.report.ValueText;

/** A line a second while a load test runs. */
final class LoadProgress implements LoadListener {
  private static final String COLUMNS = "%-11s %7s %11s %9s %9s %8s %8s %6s";

  private final Terminal terminal;
  private final LoadModel model;
  private final WarmUpWatch watch;
  private long failures;
  private boolean begun;

  /**
   * @param watch ends the warm-up
   */
  LoadProgress(Terminal terminal, LoadModel model, WarmUpWatch watch) {
    this.terminal = terminal;
    this.model = model;
    this.watch = watch;
  }

  @Override
  public boolean isWarm() {
    return watch.isWarm();
  }

  @Override
  public void phaseStarted(Phase phase, Instant at) {
    failures = 0;
    watch.phaseStarted(phase, at);
    if (phase == Phase.MEASUREMENT) {
      watch.result().ifPresent(warmUp -> terminal.line(terminal.faint(warmUp.text())));
    }
    if (!begun) {
      begun = true;
      terminal.line(
          terminal.faint(
              COLUMNS.formatted(
                  "phase",
                  "users",
                  "requests/s",
                  "p50 ms",
                  "p99 ms",
                  "errors",
                  "dropped",
                  "left")));
    }
  }

  @Override
  public void progress(Progress progress) {
    watch.second(progress);
    Latencies latencies = progress.latencies();
    boolean counted = progress.phase() == Phase.MEASUREMENT;
    terminal.line(
        String.format(
            Locale.ROOT,
            COLUMNS,
            progress.phase(),
            ValueText.count(progress.users()),
            ValueText.decimal(progress.requestsPerSecond()),
            ValueText.millis(latencies.supportedPercentile(50)),
            ValueText.millis(latencies.supportedPercentile(99)),
            counted ? ValueText.count(progress.failures() - failures) : "",
            model.kind().equals("open")
                ? progress.latest().map(second -> ValueText.count(second.dropped())).orElse("")
                : "",
            progress.remaining().plusMillis(500).toSeconds() + "s"));
    if (counted) {
      failures = progress.failures();
    }
  }
}
