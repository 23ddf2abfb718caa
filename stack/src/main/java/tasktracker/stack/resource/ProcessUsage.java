package tasktracker.stack.resource;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Usage of instances that are process trees of this machine.
 *
 * @param roots name of each instance and the process id of its root at the moment
 * @param table reads the counters
 * @param memoryLimit bytes that each instance may hold at most
 */
public record ProcessUsage(Supplier<Map<String, Long>> roots, ProcessTable table, long memoryLimit)
    implements UsageSource {

  @Override
  public List<String> instances() {
    return List.copyOf(roots.get().keySet());
  }

  @Override
  public Map<String, Usage> read() {
    Map<String, Long> pids = roots.get();
    Map<Long, Duration> cpu = table.cpuTime(pids.values());
    Map<Long, Long> memory = table.memory(pids.values());
    Map<String, Usage> usages = new LinkedHashMap<>();
    pids.forEach((name, pid) -> {
      if (cpu.containsKey(pid)) {
        usages.put(name, Usage.ofProcesses(pid, cpu.get(pid), memory.get(pid), memoryLimit));
      }
    });
    return usages;
  }
}
