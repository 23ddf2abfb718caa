package tasktracker.stack.resource;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The memory of this machine, or of the container that the lab runs in. */
public final class MachineMemory {
  private MachineMemory() {}

  /** All of it, in bytes. */
  public static long bytes() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getTotalMemorySize();
  }
}
