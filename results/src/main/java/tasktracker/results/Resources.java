package tasktracker.results;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the services of a run used in its measurement window. A replica is a container of its own.
 *
 * @param containers usage by name of the instance, in the order of the file
 * @param totals sums over all containers; {@code null} if nothing was sampled
 */
public record Resources(Map<String, Container> containers, Totals totals) {

  /** Name of what passes the requests on where an engine publishes ports by a process. */
  public static final String USERLAND_PROXY = "docker_userland_proxy";

  private static final double BYTES_PER_GB = 1024.0 * 1024 * 1024;

  /** Copies the map, keeping its order. */
  public Resources {
    containers =
        containers == null
            ? Map.of()
            : Collections.unmodifiableMap(new LinkedHashMap<>(containers));
  }

  /** Sums up the containers. */
  public static Resources of(Map<String, Container> containers) {
    return new Resources(
        containers, Totals.of(containers.values().stream().map(Container::summary).toList()));
  }

  /** The service of an instance: replicas are named after it, with a number. */
  public static String serviceOf(String instance) {
    return instance.replaceFirst("_\\d+$", "");
  }

  /** Names of the instances without a figure of their CPU, for which reason the total has none. */
  @JsonProperty(value = "without_cpu", access = JsonProperty.Access.READ_ONLY)
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public List<String> withoutCpu() {
    return containers.entrySet().stream()
        .filter(each ->
            each.getValue().summary() == null || each.getValue().summary().avgCpuPercent() == null)
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * One instance of a service.
   *
   * @param name the instance, such as {@code tasktracker_task_service_2}
   * @param samples what was read, oldest first
   * @param summary the figures of the whole window
   */
  public record Container(
      @JsonProperty("container_name") String name, List<Sample> samples, Summary summary) {

    /** Takes missing samples as none. */
    public Container {
      samples = samples == null ? List.of() : List.copyOf(samples);
    }
  }

  /**
   * One reading of one instance. Figures that the runtime cannot tell are {@code null}.
   *
   * @param timestamp when it was read
   * @param containerName the instance
   * @param cpuPercent CPU time since the sample before, in percent of one vCPU
   * @param memUsageBytes memory in use
   * @param memLimitBytes memory it may use
   * @param memPercent memory in use, in percent of the limit
   * @param netIoRxBytes bytes received since the start of the instance
   * @param netIoTxBytes bytes sent since the start of the instance
   */
  public record Sample(
      @JsonFormat(shape = JsonFormat.Shape.NUMBER) Instant timestamp,
      String containerName,
      Double cpuPercent,
      Long memUsageBytes,
      Long memLimitBytes,
      Double memPercent,
      Long netIoRxBytes,
      Long netIoTxBytes) {}

  /**
   * One instance over the whole window.
   *
   * @param avgCpuPercent mean CPU in percent of one vCPU
   * @param peakCpuPercent highest sample of it
   * @param avgMemBytes mean memory in bytes
   * @param peakMemBytes highest sample of it
   * @param throttledS seconds for which a CPU quota kept it from running; {@code null}, and left
   *     out of files, where nothing tells
   */
  public record Summary(
      Double avgCpuPercent,
      Double peakCpuPercent,
      Double avgMemBytes,
      Double peakMemBytes,
      @JsonInclude(JsonInclude.Include.NON_NULL) Double throttledS) {

    /** A summary that knows of no quota. */
    public Summary(
        Double avgCpuPercent, Double peakCpuPercent, Double avgMemBytes, Double peakMemBytes) {
      this(avgCpuPercent, peakCpuPercent, avgMemBytes, peakMemBytes, null);
    }
  }

  /**
   * All instances over the whole window: sums of their summaries. The peaks are sums of peaks that
   * need not have met, so they are upper bounds.
   *
   * @param avgCpuPercent mean CPU in percent of one vCPU
   * @param peakCpuPercent upper bound of the CPU
   * @param avgMemBytes mean memory in bytes
   * @param peakMemBytes upper bound of the memory in bytes
   * @param avgMemGb mean memory in GB of 1024³ bytes
   * @param peakMemGb upper bound of the memory in GB of 1024³ bytes
   */
  public record Totals(
      Double avgCpuPercent,
      Double peakCpuPercent,
      Double avgMemBytes,
      Double peakMemBytes,
      Double avgMemGb,
      Double peakMemGb) {

    /** Sums up instances; a figure that one of them lacks has no sum. */
    public static Totals of(Collection<Summary> summaries) {
      Double avgMemory = sum(summaries, Summary::avgMemBytes);
      Double peakMemory = sum(summaries, Summary::peakMemBytes);
      return new Totals(
          sum(summaries, Summary::avgCpuPercent),
          sum(summaries, Summary::peakCpuPercent),
          avgMemory,
          peakMemory,
          avgMemory == null ? null : avgMemory / BYTES_PER_GB,
          peakMemory == null ? null : peakMemory / BYTES_PER_GB);
    }

    private static Double sum(Collection<Summary> summaries, Function<Summary, Double> figure) {
      var values =
          summaries.stream().map(each -> each == null ? null : figure.apply(each)).toList();
      return values.isEmpty() || values.contains(null)
          ? null
          : values.stream().mapToDouble(Double::doubleValue).sum();
    }
  }
}
