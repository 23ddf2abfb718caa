package tasktracker.experiments.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import tasktracker.error.UsageException;
import tasktracker.load.model.Arrivals;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.LoadModel;
import tasktracker.load.model.OpenModel;
import tasktracker.load.model.ThinkTime;

/** How load is offered: by a number of users, or by arrivals. */
final class LoadModelOptions {
  private static final int USUAL_USERS = 10;
  private static final int USUAL_MOST_USERS = 1_000;
  private static final int MOST_USERS = 100_000;

  @Option(
      names = {"-u", "--users"},
      paramLabel = "N",
      description = "Closed model: users who wait for each answer (10).")
  private Integer users;

  @Option(
      names = "--spawn-rate",
      paramLabel = "N",
      description = "Closed model: users started per second (all within a second).")
  private Double spawnRate;

  @Option(
      names = "--think-time",
      paramLabel = "TIME",
      description =
          "Closed model: pause between two tasks: 1s, 50ms-150ms (uniform), exp(100ms) (that of the"
              + " scenario, or 0).")
  private String thinkTime;

  @Option(
      names = "--pacing",
      paramLabel = "TIME",
      description =
          "Closed model: begin a task at fixed intervals; latency counts from when it was due.")
  private Duration pacing;

  @Option(
      names = "--rate",
      paramLabel = "RATE",
      description =
          "Open model: arrivals per second, whatever the server does: 5000, a ramp \"100/s..500/s"
              + " over 30s\", or steps \"100/s for 10s, 200/s for 10s\".")
  private String rate;

  @Option(
      names = "--arrivals",
      paramLabel = "KIND",
      description = "Open model: constant (evenly spaced) or poisson (constant).")
  private ArrivalKind arrivals;

  @Option(
      names = "--max-users",
      paramLabel = "N",
      description =
          "Open model: arrivals beyond so many busy users are dropped and counted (1000).")
  private Integer mostUsers;

  /** Names of {@link Arrivals.Spacing} as load testers say them. */
  enum ArrivalKind {
    CONSTANT,
    POISSON
  }

  /**
   * The model that the options amount to.
   *
   * @param ofScenario think time that the scenario asks for
   * @throws UsageException naming the first option that cannot be used as given
   */
  LoadModel toModel(Optional<ThinkTime> ofScenario) {
    return rate == null ? closed(ofScenario) : open();
  }

  private LoadModel closed(Optional<ThinkTime> ofScenario) {
    refuse("--arrivals", arrivals, "goes with --rate");
    refuse("--max-users", mostUsers, "goes with --rate; use -u for a number of users");
    int count = inRange("--users", users, USUAL_USERS);
    double spawned = spawnRate == null ? count : spawnRate;
    Optional<ThinkTime> given = Optional.ofNullable(thinkTime).map(ThinkTimeOption::parse);
    ThinkTime usual = pacing == null ? ofScenario.orElse(ThinkTime.NONE) : ThinkTime.NONE;
    try {
      return new ClosedModel(count, spawned, given.orElse(usual), Optional.ofNullable(pacing));
    } catch (IllegalArgumentException e) {
      throw new UsageException(closedOptions() + e.getMessage(), e);
    }
  }

  private LoadModel open() {
    String instead = "does not go with --rate: arrivals do not wait for users";
    refuse("--users", users, instead + "; limit them with --max-users");
    refuse("--spawn-rate", spawnRate, instead);
    refuse("--think-time", thinkTime, instead);
    refuse("--pacing", pacing, instead);
    int most = inRange("--max-users", mostUsers, USUAL_MOST_USERS);
    try {
      Arrivals parsed = Arrivals.parse(rate);
      return new OpenModel(arrivals == null ? parsed : parsed.with(spacing(arrivals)), most);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--rate: " + e.getMessage(), e);
    }
  }

  private static Arrivals.Spacing spacing(ArrivalKind kind) {
    return switch (kind) {
      case CONSTANT -> Arrivals.Spacing.EVEN;
      case POISSON -> Arrivals.Spacing.POISSON;
    };
  }

  private String closedOptions() {
    return Stream.of(
                named("--spawn-rate", spawnRate),
                named("--think-time", thinkTime),
                named("--pacing", pacing))
            .flatMap(Optional::stream)
            .reduce((a, b) -> a + ", " + b)
            .orElse("--users")
        + ": ";
  }

  private static Optional<String> named(String option, Object value) {
    return value == null ? Optional.empty() : Optional.of(option);
  }

  private static int inRange(String option, Integer given, int usual) {
    int value = given == null ? usual : given;
    UsageException.unless(
        value >= 1 && value <= MOST_USERS, "%s %d: use 1 to %d", option, value, MOST_USERS);
    return value;
  }

  private static void refuse(String option, Object value, String reason) {
    UsageException.unless(value == null, "%s %s", option, reason);
  }
}
