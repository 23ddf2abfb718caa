package tasktracker.load.http;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** How many connections this machine lets the generator open. Thread-safe. */
public final class GeneratorLimits {
  private static final Path PORT_RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

  /** For what else a run opens: files of results, streams of its threads. */
  private static final int RESERVE = 64;

  private GeneratorLimits() {}

  /**
   * What keeps this process from opening so many connections to one server, as one line that names
   * the limit; empty when nothing does, or the system does not tell. Files are those of a process,
   * local ports those of the machine.
   *
   * @param connections of this process
   * @param altogether with those of the other processes that load the same server
   */
  public static Optional<String> against(long connections, long altogether) {
    long needed = connections + openNow() + RESERVE;
    if (mostFiles().orElse(Long.MAX_VALUE) < needed) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "%d connections need %d file descriptors, but %s: raise it, say with ulimit -n %d",
              connections,
              needed,
              ofFiles(),
              needed));
    }
    if (mostPorts().orElse(Long.MAX_VALUE) < altogether) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "%d connections to one server need as many local ports, but %s",
              altogether,
              ofPorts()));
    }
    return Optional.empty();
  }

  static String ofFiles() {
    OptionalLong most = mostFiles();
    return most.isPresent()
        ? "the limit of the generator is " + most.getAsLong() + " (ulimit -n)"
        : "a limit of the generator (ulimit -n)";
  }

  static String ofPorts() {
    String range = portRange().map(bounds -> bounds[0] + "-" + bounds[1]).orElse("unknown");
    return "the generator may use the ports %s (net.ipv4.ip_local_port_range)".formatted(range);
  }

  private static OptionalLong mostFiles() {
    long most = system().map(UnixOperatingSystemMXBean::getMaxFileDescriptorCount).orElse(-1L);
    return most > 0 ? OptionalLong.of(most) : OptionalLong.empty();
  }

  private static long openNow() {
    return system().map(UnixOperatingSystemMXBean::getOpenFileDescriptorCount).orElse(0L);
  }

  private static Optional<UnixOperatingSystemMXBean> system() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? Optional.of(unix)
        : Optional.empty();
  }

  private static OptionalLong mostPorts() {
    return portRange()
        .map(bounds -> OptionalLong.of(bounds[1] - bounds[0] + 1))
        .orElse(OptionalLong.empty());
  }

  private static Optional<long[]> portRange() {
    try {
      String[] bounds = Files.readString(PORT_RANGE).strip().split("\\s+");
      return Optional.of(new long[] {Long.parseLong(bounds[0]), Long.parseLong(bounds[1])});
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
