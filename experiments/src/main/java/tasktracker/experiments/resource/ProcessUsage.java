package tasktracker.experiments.resource;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Usage of instances that are process trees of this machine.
 *
 * @param roots name of each instance and the process id of its root
 * @param table reads the counters
 * @param memoryLimit bytes that each instance may hold at most
 */
public record ProcessUsage(Map<String, Long> roots, ProcessTable table, long memoryLimit)
    implements UsageSource {

  /** Copies the map, keeping its order. */
  public ProcessUsage {
    roots = new LinkedHashMap<>(roots);
  }

  @Override
  public List<String> instances() {
    return List.copyOf(roots.keySet());
  }

  @Override
  public Map<String, Usage> read() {
    Map<Long, Duration> cpu = table.cpuTime(roots.values());
    Map<Long, Long> memory = table.memory(roots.values());
    Map<String, Usage> usages = new LinkedHashMap<>();
    roots.forEach((name, pid) -> {
      if (cpu.containsKey(pid)) {
        usages.put(name, Usage.ofProcesses(cpu.get(pid), memory.get(pid), memoryLimit));
      }
    });
    return usages;
  }
}
