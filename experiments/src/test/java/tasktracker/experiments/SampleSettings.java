package tasktracker.experiments;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import tasktracker.experiments.definition.ExperimentFile;

/** Settings in which every value differs from its default. */
final class SampleSettings {
  private SampleSettings() {}

  static SweepSettings of(List<String> architectures, List<Integer> levels, long seed) {
    return of(
        architectures, levels, seed, new MeasuringPlan(1, false, 0.03, 0, null, null, false, null));
  }

  /** Two architectures at 10 and 50 users. */
  static SweepSettings repeated(MeasuringPlan measuring) {
    return of(List.of("monolith", "modular"), List.of(10, 50), 1, measuring);
  }

  /** Any number of architectures and levels, repeated on shared deployments. */
  static SweepSettings sharing(
      List<String> architectures, List<Integer> levels, long seed, MeasuringPlan measuring) {
    return of(architectures, levels, seed, measuring, FreshDeployment.REPETITION);
  }

  /** A server that runs already, {@code web}, under a load of a second. */
  static SweepSettings loading(String url, String scenario) {
    return loading(url, scenario, null);
  }

  /** The same as an experiment file has it. */
  static SweepSettings loading(String url, String scenario, ExperimentFile experiment) {
    return new SweepSettings(
        List.of("web"),
        Map.of(),
        List.of(2),
        Duration.ofSeconds(1),
        Duration.ZERO,
        100,
        "0",
        scenario,
        null,
        Map.of(),
        Duration.ofSeconds(1),
        1,
        RuntimeKind.EXTERNAL,
        1,
        Isolation.Mode.OFF,
        false,
        MeasuringPlan.fixed(2),
        null,
        null,
        FreshDeployment.RUN,
        Map.of("web", url),
        experiment,
        null);
  }

  private static SweepSettings of(
      List<String> architectures, List<Integer> levels, long seed, MeasuringPlan measuring) {
    return of(architectures, levels, seed, measuring, FreshDeployment.RUN);
  }

  private static SweepSettings of(
      List<String> architectures,
      List<Integer> levels,
      long seed,
      MeasuringPlan measuring,
      FreshDeployment fresh) {
    return new SweepSettings(
        architectures,
        Map.of("modular", "shapes/modular.yaml"),
        levels,
        Duration.ofMillis(1500),
        Duration.ofSeconds(4),
        12.5,
        "20ms-40ms",
        "tasktracker",
        7,
        Map.of("monolith", "http://localhost:9100"),
        Duration.ofMillis(500),
        seed,
        RuntimeKind.EXTERNAL,
        3,
        Isolation.Mode.OFF,
        true,
        measuring,
        2.0,
        0.5,
        fresh,
        Map.of(),
        null,
        null);
  }
}
