package tasktracker.experiments;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tasktracker.error.UsageException;
import tasktracker.experiments.definition.MaskedSecrets;
import tasktracker.load.scenario.yaml.YamlScenario;
import tasktracker.load.worker.ScenarioSource;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * {@code config.json} of a sweep: what it was asked to do, and under which circumstances it did.
 *
 * @param settings the settings
 * @param baseUrlMonolith where the monolith answered
 * @param baseUrlMicro where the microservices answered
 * @param generator whose load it is where it is not the lab's own, or null
 * @param loadModel how load is offered, in words
 * @param testbed where and how the stacks run
 * @param startTime when the sweep began
 * @param endTime when it ended; null until then
 * @param totalRuns runs in the plan
 * @param comparison what is compared with what, in words
 * @param cpuBudgetKind what holds the stacks to their CPU budget, or null
 * @param limits what limits every comparison, a sentence each without its end
 * @param objective what the systems have to keep to, or null
 * @param scenarioSha256 of the file of the scenario; null where it has none
 * @param scenarioDataSha256 of the data file that the scenario names; null where it names none
 */
public record SweepConfig(
    @JsonUnwrapped SweepSettings settings,
    @JsonSerialize(converter = MaskedSecrets.class) String baseUrlMonolith,
    @JsonSerialize(converter = MaskedSecrets.class) String baseUrlMicro,
    @JsonInclude(JsonInclude.Include.NON_NULL) String generator,
    String loadModel,
    @JsonUnwrapped Testbed testbed,
    Instant startTime,
    Instant endTime,
    int totalRuns,
    @JsonSerialize(converter = MaskedSecrets.class) String comparison,
    CpuBudget.Kind cpuBudgetKind,
    List<String> limits,
    @JsonInclude(JsonInclude.Include.NON_NULL) String objective,
    @JsonInclude(JsonInclude.Include.NON_NULL) String scenarioSha256,
    @JsonInclude(JsonInclude.Include.NON_NULL) String scenarioDataSha256) {

  /** Takes no limits as none. */
  public SweepConfig {
    limits = limits == null ? List.of() : List.copyOf(limits);
  }

  /**
   * A sweep that begins now.
   *
   * @param loadModel how load is offered, in words
   */
  public static SweepConfig of(
      SweepSettings settings, Isolation isolation, Testbed testbed, String loadModel) {
    return new SweepConfig(
        settings,
        settings.baseUrls().get("monolith"),
        settings.baseUrls().get("microservices"),
        settings.generator().map(each -> each.format().generator()).orElse(null),
        loadModel,
        testbed,
        Instant.now(),
        null,
        SweepPlan.of(settings).size(),
        ComparedSystems.of(settings, isolation.budget()),
        isolation.budget().map(CpuBudget::kind).orElse(null),
        List.of(),
        null,
        sha256(settings),
        dataFile(settings).map(Sha256::of).orElse(null));
  }

  private static String sha256(SweepSettings settings) {
    return settings.workload().orElse(null) instanceof ScenarioSource.Yaml file
        ? Sha256.of(file.text())
        : null;
  }

  private static Optional<Path> dataFile(SweepSettings settings) {
    return settings
        .workload()
        .map(WorkloadCatalog::open)
        .filter(YamlScenario.class::isInstance)
        .map(YamlScenario.class::cast)
        .flatMap(YamlScenario::dataFile);
  }

  /**
   * Checks that users would still do what they did when the sweep began.
   *
   * @throws UsageException when the file of the scenario or its data is another one now, or is gone
   */
  public void requireSameScenario() {
    UsageException.unless(
        scenarioSha256 == null || scenarioSha256.equals(sha256(settings)),
        "the file of the scenario %s has changed since the sweep began: restore it (SHA-256 %s), or"
            + " begin a new sweep",
        settings.scenario(),
        scenarioSha256);
    if (scenarioDataSha256 != null) {
      Path data = dataFile(settings).orElseThrow();
      UsageException.unless(
          scenarioDataSha256.equals(Sha256.of(data)),
          "the data file %s of the scenario %s has changed since the sweep began: restore it"
              + " (SHA-256 %s), or begin a new sweep",
          data,
          settings.scenario(),
          scenarioDataSha256);
    }
  }

  /**
   * The same of a sweep that goes on now; another machine or version of the lab is a limit.
   *
   * @throws tasktracker.error.EnvironmentException when generator and stack have other processors
   */
  public SweepConfig resumedOn(Testbed now) {
    testbed.requireSameSplit(now);
    List<String> differences =
        testbed.environment() == null
            ? List.of()
            : testbed.environment().differencesTo(now.environment());
    String limit =
        "The sweep was resumed on another machine or with another version of the lab: "
            + String.join("; ", differences);
    return differences.isEmpty() || limits.contains(limit)
        ? this
        : limitedBy(Stream.concat(limits.stream(), Stream.of(limit)).toList());
  }

  /** The same with what limits every comparison. */
  public SweepConfig limitedBy(List<String> sentences) {
    return with(endTime, sentences, objective);
  }

  /** The same with what the systems have to keep to, or null. */
  public SweepConfig judgedBy(String bounds) {
    return with(endTime, limits, bounds);
  }

  /** The same, ended at this time. */
  public SweepConfig endedAt(Instant time) {
    return with(time, limits, objective);
  }

  private SweepConfig with(Instant end, List<String> sentences, String bounds) {
    return new SweepConfig(
        settings,
        baseUrlMonolith,
        baseUrlMicro,
        generator,
        loadModel,
        testbed,
        startTime,
        end,
        totalRuns,
        comparison,
        cpuBudgetKind,
        sentences,
        bounds,
        scenarioSha256,
        scenarioDataSha256);
  }
}
