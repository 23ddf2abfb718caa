package tasktracker.experiments.cli;

import java.time.Duration;
import picocli.CommandLine.Option;
import tasktracker.error.UsageException;
import tasktracker.stack.fault.FaultKind;

/** What is broken and how, as options. */
final class FaultOptions {
  @Option(
      names = "--target-service",
      paramLabel = "NAME",
      defaultValue = "tasktracker_task_service",
      description = "The service or database to break (${DEFAULT-VALUE}).")
  private String target;

  @Option(
      names = "--failure-mode",
      paramLabel = "FAULT",
      defaultValue = "restart",
      description =
          "restart, stop-start, kill, pause, latency, loss, disconnect or cpu (${DEFAULT-VALUE}).")
  private String mode;

  @Option(
      names = "--instance",
      paramLabel = "N",
      defaultValue = "all",
      description = "The replica to break, from 1, or all (${DEFAULT-VALUE}).")
  private String instance;

  @Option(
      names = "--injections",
      paramLabel = "N",
      defaultValue = "1",
      description = "Number of injections (${DEFAULT-VALUE}).")
  private int injections;

  @Option(
      names = "--every",
      paramLabel = "TIME",
      defaultValue = "30s",
      description = "Interval between two injections (${DEFAULT-VALUE}).")
  private Duration every;

  @Option(
      names = "--delay",
      paramLabel = "TIME",
      defaultValue = "200ms",
      description = "For latency: mean delay added to each request (${DEFAULT-VALUE}).")
  private Duration delay;

  @Option(
      names = "--jitter",
      paramLabel = "TIME",
      defaultValue = "50ms",
      description = "For latency: jitter around that delay (${DEFAULT-VALUE}).")
  private Duration jitter;

  @Option(
      names = "--loss",
      paramLabel = "PERCENT",
      defaultValue = "20%",
      description = "For loss: share of connections to reset (${DEFAULT-VALUE}).")
  private Percentage loss;

  @Option(
      names = "--starve",
      paramLabel = "PERCENT",
      defaultValue = "90%",
      description = "For cpu: share of the CPU time to take away (${DEFAULT-VALUE}).")
  private Percentage starve;

  String target() {
    return target;
  }

  String instance() {
    return instance;
  }

  FaultKind kind() {
    return FaultKind.named(mode);
  }

  int injections() {
    if (injections < 1 || injections > 100) {
      throw new UsageException("--injections %d: use 1 to 100".formatted(injections));
    }
    return injections;
  }

  Duration every() {
    return every;
  }

  Duration delay() {
    return delay;
  }

  Duration jitter() {
    return jitter;
  }

  /** Of what the kind of fault needs: connections to lose, or processor time to take away. */
  double share(FaultKind kind) {
    return kind == FaultKind.CPU ? share("--starve", starve) : share("--loss", loss);
  }

  private static double share(String option, Percentage share) {
    UsageException.unless(share.value() < 1, "%s: use a share below 100%%", option);
    return share.value();
  }
}
