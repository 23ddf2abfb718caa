package tasktracker.experiments;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadTest;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.scenario.Scenario;
import tasktracker.stack.Stack;
import tasktracker.stack.system.MeasuredSystem;

/** The stacks of systems that are measured side by side, by name. */
final class MeasuredSystems implements StackSource {
  /** The requests of a sweep, in their usual mix. */
  private static final ClosedModel TRAINING = new ClosedModel(16, 100, ThinkTime.NONE);

  private static final Duration TRAINING_TIME = Duration.ofSeconds(20);

  private final Map<String, MeasuredSystem> systems = new LinkedHashMap<>();

  MeasuredSystems(Collection<MeasuredSystem> systems) {
    systems.forEach(each -> this.systems.put(each.name(), each));
  }

  @Override
  public void requireReady() {
    systems.values().forEach(MeasuredSystem::requireReady);
  }

  @Override
  public Optional<String> request(String system) {
    return systems.get(system).request();
  }

  @Override
  public List<String> limits() {
    List<String> limits = new ArrayList<>();
    List<MeasuredSystem> all = List.copyOf(systems.values());
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        sameServer(all.get(i), all.get(j)).ifPresent(limits::add);
      }
    }
    staying(all.stream().filter(MeasuredSystem::staysUp).map(MeasuredSystem::name).toList())
        .ifPresent(limits::add);
    all.forEach(each -> limits.addAll(each.limits()));
    return limits;
  }

  private static Optional<String> sameServer(MeasuredSystem one, MeasuredSystem other) {
    if (Collections.disjoint(one.servers(), other.servers())) {
      return Optional.empty();
    }
    return Optional.of(
        one.description().equals(other.description())
            ? "Whatever differs between %s and %s is noise: they are the same URL"
                .formatted(one.name(), other.name())
            : "The CPU and memory of %s and %s are those of the same processes"
                .formatted(one.name(), other.name()));
  }

  private Optional<String> staying(List<String> names) {
    if (names.isEmpty() || systems.size() == 1) {
      return Optional.empty();
    }
    String others = systems.size() == 2 ? "the other" : "the others";
    return Optional.of(
        names.size() == systems.size()
            ? "While one was measured, %s stayed up".formatted(others)
            : "%s stayed up while %s measured"
                .formatted(
                    String.join(", ", names),
                    systems.size() == 2 ? "the other was" : "others were"));
  }

  @Override
  public List<String> untrained() {
    return systems.values().stream()
        .filter(each -> !each.isTrained())
        .map(MeasuredSystem::name)
        .toList();
  }

  @Override
  public void train(String system, Scenario scenario) throws InterruptedException {
    if (!systems.get(system).isTrained()) {
      systems
          .get(system)
          .train(entry ->
              new LoadTest(
                      LoadPlan.of(entry, scenario, TRAINING)
                          .withWarmUp(Duration.ZERO)
                          .withMeasurement(TRAINING_TIME))
                  .run(LoadListener.NONE));
    }
  }

  @Override
  public Stack up(String system) {
    return systems.get(system).up();
  }
}
