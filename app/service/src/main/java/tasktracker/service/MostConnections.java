package tasktracker.service;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How many connections a server keeps open: what lies beyond waits in the queue of the operating
 * system. Out of memory or of file descriptors the process could not go on at all.
 */
final class MostConnections {

  /** Heap for one: buffers of 8 KiB for reading and for writing, a thread, a small request. */
  private static final long HEAP_EACH = 64 * 1024;

  /** File descriptors for everything else, such as jars and databases. */
  private static final long RESERVED = 256;

  private static final long LEAST = 64;

  private MostConnections() {}

  static int ofProcess() {
    long byHeap = Runtime.getRuntime().maxMemory() / HEAP_EACH;
    long most = Math.min(byHeap, byDescriptors());
    return (int) Math.max(LEAST, Math.min(most, Integer.MAX_VALUE));
  }

  /** A gateway needs two for each client: half of what is left. */
  private static long byDescriptors() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
        ? (system.getMaxFileDescriptorCount() - RESERVED) / 2
        : Long.MAX_VALUE;
  }
}
