package tasktracker.load.watch;

import java.lang.management.ManagementFactory;
import java.util.OptionalDouble;

/** Processor time of this process between two readings. For one thread. */
final class ProcessCpu {
  private static final long SHORTEST_NANOS = 200_000_000;

  private final com.sun.management.OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
  private long lastCpu = cpuNanos();
  private long lastTime = System.nanoTime();

  /**
   * Processors kept busy since the last reading. Empty where the system does not tell, or so soon
   * after the last reading that its clock, which ticks every 10 ms, says nothing.
   */
  OptionalDouble read() {
    long cpu = cpuNanos();
    long time = System.nanoTime();
    if (cpu < 0 || time - lastTime < SHORTEST_NANOS) {
      return OptionalDouble.empty();
    }
    double busy = (double) (cpu - lastCpu) / (time - lastTime);
    lastCpu = cpu;
    lastTime = time;
    return OptionalDouble.of(busy);
  }

  private long cpuNanos() {
    return system == null ? -1 : system.getProcessCpuTime();
  }
}
