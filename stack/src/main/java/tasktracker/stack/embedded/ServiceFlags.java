package tasktracker.stack.embedded;

import java.util.List;

/** Settings of the service processes that are the same in every stack. */
public final class ServiceFlags {
  /** Flags of every service JVM: the same collector and heap, however large the machine. */
  public static final List<String> JVM =
      List.of("-XX:+UseSerialGC", "-Xms64m", "-Xmx512m", "-XX:+ExitOnOutOfMemoryError");

  private ServiceFlags() {}
}
