package tasktracker.experiments;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tasktracker.load.scenario.Scenario;
import tasktracker.stack.Stack;
import tasktracker.stack.system.MeasuredSystem;

/** The stacks of systems that are measured side by side, by name. */
final class MeasuredSystems implements StackSource {
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
  public List<String> untrained() {
    return systems.values().stream()
        .filter(each -> !each.isTrained())
        .map(MeasuredSystem::name)
        .toList();
  }

  @Override
  public void train(String system, Scenario scenario) throws InterruptedException {
    systems.get(system).train(entry -> TrainingLoad.offer(scenario, entry));
  }

  @Override
  public Stack up(String system) {
    return systems.get(system).up();
  }
}
