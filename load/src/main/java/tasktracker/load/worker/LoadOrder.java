package tasktracker.load.worker;

import java.net.URI;
import java.time.Duration;
import tasktracker.load.LoadPlan;
import tasktracker.load.http.HttpSettings;
import tasktracker.load.model.LoadModel;

/** A {@link LoadPlan} in a form that can be sent to another process. */
public record LoadOrder(
    URI target,
    ScenarioSource scenario,
    LoadModel model,
    Duration warmUp,
    Duration measurement,
    HttpSettings http,
    long seed) {

  /**
   * The order to carry out a plan.
   *
   * @param source where the scenario of the plan comes from
   */
  public static LoadOrder of(LoadPlan plan, ScenarioSource source) {
    return new LoadOrder(
        plan.target(),
        source.withItsFiles(),
        plan.model(),
        plan.warmUp(),
        plan.measurement(),
        plan.http(),
        plan.seed());
  }

  LoadPlan toPlan() {
    return LoadPlan.of(target, scenario.open(), model)
        .withWarmUp(warmUp)
        .withMeasurement(measurement)
        .withHttp(http)
        .withSeed(seed);
  }
}
