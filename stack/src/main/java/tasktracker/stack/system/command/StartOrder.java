package tasktracker.stack.system.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tasktracker.error.UsageException;

/** In which stages processes start: each in one after those of all that it needs. */
final class StartOrder {
  private final Map<String, List<String>> needs = new LinkedHashMap<>();
  private final Map<String, Integer> stages = new LinkedHashMap<>();

  private StartOrder(List<CommandProcess> processes) {
    processes.forEach(process -> needs.put(process.name(), process.dependsOn()));
  }

  /**
   * The stage of each process, from 0, by its name.
   *
   * @throws UsageException naming the circle, when processes need each other in one
   */
  static Map<String, Integer> of(List<CommandProcess> processes) {
    StartOrder order = new StartOrder(processes);
    order.needs.keySet().forEach(name -> order.stage(name, List.of()));
    return order.stages;
  }

  private int stage(String name, List<String> way) {
    Integer known = stages.get(name);
    if (known != null) {
      return known;
    }
    List<String> further = new ArrayList<>(way);
    further.add(name);
    if (way.contains(name)) {
      throw new UsageException(
          "depends_on goes in a circle: "
              + String.join(" → ", further.subList(way.indexOf(name), further.size())));
    }
    int stage = needs.get(name).stream().mapToInt(need -> stage(need, further) + 1).max().orElse(0);
    stages.put(name, stage);
    return stage;
  }
}
