package tasktracker.experiments.failure;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tasktracker.experiments.RuntimeKind;
import tasktracker.experiments.WorkloadCatalog;
import tasktracker.load.model.Durations;
import tasktracker.load.workload.Workload;

/** Writes the command line that asks for the same experiment. */
final class RepeatFailure {
  private final StringBuilder line = new StringBuilder("./tasktracker failure");

  private RepeatFailure() {}

  static String of(FailureSettings settings) {
    RepeatFailure command = new RepeatFailure();
    command.add(
        "--arch",
        settings.architectures().stream()
            .map(name -> settings.architectureFiles().getOrDefault(name, name))
            .collect(Collectors.joining(",")));
    command.add("--target-service", settings.targetService());
    command.add("--failure-mode", settings.failureMode().toString());
    command.addFault(settings);
    command.add("--concurrency", String.valueOf(settings.concurrency()));
    command.add("--spawn-rate", number(settings.spawnRate()));
    command.add("--think-time", quoted(settings.thinkTime()));
    command.add("--duration-seconds", seconds(settings.duration()));
    command.add("--inject-at", seconds(settings.injectAt()));
    command.add("--downtime", seconds(settings.downtime()));
    command.add("--slo", quoted(settings.slo()));
    if (settings.runtime() != RuntimeKind.EMBEDDED) {
      command.add("--runtime", settings.runtime().toString());
    }
    command.add("--seed", String.valueOf(settings.seed()));
    return command.line.toString();
  }

  private void addFault(FailureSettings settings) {
    switch (settings.failureMode()) {
      case LATENCY -> {
        add("--delay", Durations.format(settings.delay()));
        add("--jitter", Durations.format(settings.jitter()));
      }
      case LOSS -> add("--loss", percent(settings.loss()));
      case CPU -> add("--starve", percent(settings.loss()));
      case RESTART, STOP_START, KILL, PAUSE, DISCONNECT -> {
        // They need no more than the downtime.
      }
    }
    if (settings.injections() > 1) {
      add("--injections", String.valueOf(settings.injections()));
      add("--every", Durations.format(settings.every()));
    }
    if (settings.replicas() > 1) {
      add("--replicas", String.valueOf(settings.replicas()));
      add("--instance", settings.instance());
    }
    if (!settings.scenario().equals(WorkloadCatalog.usual())) {
      add("--scenario", quoted(settings.scenario()));
    }
    Optional<Integer> usual = Workload.named(settings.scenario()).flatMap(Workload::workingSet);
    if (!Optional.ofNullable(settings.workingSet()).equals(usual)) {
      add("--working-set", String.valueOf(settings.workingSet()));
    }
  }

  private void add(String option, String value) {
    line.append(' ').append(option).append(' ').append(value);
  }

  private static String quoted(String value) {
    return value.matches("[\\w.,:/-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
  }

  private static String percent(double share) {
    return number(100 * share) + "%";
  }

  private static String seconds(Duration time) {
    return number(time.toNanos() / 1e9);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%s", value);
  }
}
