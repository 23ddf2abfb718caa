package tasktracker.results.live;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tasktracker.load.watch.Validity;

/**
 * A line of {@code live.jsonl}: something that happened to an experiment. The key {@code event}
 * says which of these it is. Figures that nobody knows are null.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LiveEvent.Started.class, name = "started"),
  @JsonSubTypes.Type(value = LiveEvent.Planned.class, name = "planned"),
  @JsonSubTypes.Type(value = LiveEvent.Stage.class, name = "stage"),
  @JsonSubTypes.Type(value = LiveEvent.RunStarted.class, name = "run_started"),
  @JsonSubTypes.Type(value = LiveEvent.Measured.class, name = "second"),
  @JsonSubTypes.Type(value = LiveEvent.FaultBegan.class, name = "fault_began"),
  @JsonSubTypes.Type(value = LiveEvent.FaultUndone.class, name = "fault_undone"),
  @JsonSubTypes.Type(value = LiveEvent.RunEnded.class, name = "run_ended"),
  @JsonSubTypes.Type(value = LiveEvent.RunFailed.class, name = "run_failed"),
  @JsonSubTypes.Type(value = LiveVerdict.class, name = "verdict"),
  @JsonSubTypes.Type(value = LiveEvent.Drawn.class, name = "drawn"),
  @JsonSubTypes.Type(value = LiveEvent.Line.class, name = "line"),
  @JsonSubTypes.Type(value = LiveEvent.Ended.class, name = "ended")
})
public sealed interface LiveEvent
    permits LiveEvent.Started,
        LiveEvent.Planned,
        LiveEvent.Stage,
        LiveEvent.RunStarted,
        LiveEvent.Measured,
        LiveEvent.FaultBegan,
        LiveEvent.FaultUndone,
        LiveEvent.RunEnded,
        LiveEvent.RunFailed,
        LiveEvent.Drawn,
        LiveEvent.Line,
        LiveEvent.Ended,
        LiveVerdict {
  /** When it happened. */
  Instant at();

  /**
   * A process began with the experiment, or went on with it.
   *
   * @param kind the command, such as {@code sweep}
   * @param arguments what the lab was called with
   * @param pid the process
   */
  record Started(Instant at, String kind, List<String> arguments, long pid) implements LiveEvent {

    /** Copies the list. */
    public Started {
      arguments = arguments == null ? List.of() : List.copyOf(arguments);
    }
  }

  /**
   * What is to be done, as far as it is known beforehand.
   *
   * @param systems what is measured; the others are compared with the first
   * @param runs in their order
   * @param levelUnit what levels count: {@code users} or {@code arrivals/s}
   * @param runSeconds length of each measurement
   * @param objective service-level objective, such as {@code p95<100ms}; null without one
   */
  record Planned(
      Instant at,
      List<String> systems,
      List<PlannedRun> runs,
      String levelUnit,
      double runSeconds,
      String objective)
      implements LiveEvent {

    /** Copies the lists. */
    public Planned {
      systems = systems == null ? List.of() : List.copyOf(systems);
      runs = runs == null ? List.of() : List.copyOf(runs);
    }
  }

  /**
   * A run that is to come.
   *
   * @param run name of its folder
   * @param system what is measured
   * @param level users, or arrivals per second
   * @param repetition from 1
   */
  record PlannedRun(String run, String system, int level, int repetition) {}

  /**
   * Something besides measuring goes on.
   *
   * @param system what it is done to
   * @param stage in a word or two, such as {@code starting} or {@code up}
   * @param detail more about it; null where there is none
   */
  record Stage(Instant at, String system, String stage, String detail) implements LiveEvent {}

  /**
   * A run began.
   *
   * @param position from 1
   * @param total runs in this experiment, as far as it is known; null where it is not
   */
  record RunStarted(
      Instant at,
      String run,
      String system,
      int level,
      int repetition,
      Integer position,
      Integer total)
      implements LiveEvent {}

  /**
   * A second of load.
   *
   * @param phase of the load test, such as {@code measurement}
   * @param users running now
   * @param remaining seconds to the end of the measurement
   * @param requests null before there is a full second
   * @param services by name of the instance; empty where nobody looks
   * @param generator null before there is a full second
   * @param fault what is broken right now; null where nothing is
   */
  record Measured(
      Instant at,
      String run,
      String system,
      int level,
      String phase,
      int users,
      @JsonProperty("remaining_s") double remaining,
      Requests requests,
      Map<String, Usage> services,
      Generator generator,
      String fault)
      implements LiveEvent {

    /** Copies the map, keeping its order. */
    public Measured {
      services =
          services == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(services));
    }
  }

  /**
   * Requests that ended in a second. A percentile is that of the shortest of the last one to ten
   * seconds with enough requests for it.
   *
   * @param throughput requests per second, failed ones included
   * @param goodput successful requests per second
   * @param errors failed requests by how they failed
   * @param dropped arrivals that found no user
   */
  record Requests(
      double throughput,
      double goodput,
      @JsonProperty("p50_ms") Double p50,
      @JsonProperty("p95_ms") Double p95,
      @JsonProperty("p99_ms") Double p99,
      Map<String, Long> errors,
      long dropped) {

    /** Copies the map. */
    public Requests {
      errors = errors == null ? Map.of() : Map.copyOf(errors);
    }
  }

  /**
   * What an instance used.
   *
   * @param cpuPercent 100 for one vCPU
   * @param memoryBytes held now
   */
  record Usage(Double cpuPercent, Long memoryBytes) {}

  /**
   * What the generator saw of itself in a second.
   *
   * @param cpuShare of its processors, 1 for all of them
   * @param delay how late a probe woke, p99 in milliseconds
   * @param gcPause longest standstill for garbage collection in milliseconds
   * @param doubts what speaks against this second, in words
   */
  record Generator(
      Double cpuShare,
      @JsonProperty("delay_p99_ms") Double delay,
      @JsonProperty("gc_pause_ms") Double gcPause,
      List<String> doubts) {

    /** Copies the list. */
    public Generator {
      doubts = doubts == null ? List.of() : List.copyOf(doubts);
    }
  }

  /** A fault is in force, so says its sentence. */
  record FaultBegan(Instant at, String system, String fault, List<String> instances)
      implements LiveEvent {

    /** Copies the list. */
    public FaultBegan {
      instances = instances == null ? List.of() : List.copyOf(instances);
    }
  }

  /** A fault has been taken back. */
  record FaultUndone(Instant at, String system) implements LiveEvent {}

  /**
   * A run has its result.
   *
   * @param figures what is compared, by its key in files; those that are not known are absent
   * @param validity null where nobody judged
   * @param reasons why it is not valid
   */
  record RunEnded(
      Instant at,
      String run,
      String system,
      int level,
      int repetition,
      Map<String, Double> figures,
      Validity validity,
      List<String> reasons)
      implements LiveEvent {

    /** Copies the collections. */
    public RunEnded {
      figures =
          figures == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(figures));
      reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }
  }

  /** A run has none. */
  record RunFailed(Instant at, String run, String system, int level, String reason)
      implements LiveEvent {}

  /** Plots were drawn into the folder of this name among those of plots. */
  record Drawn(Instant at, String plots) implements LiveEvent {}

  /** What the terminal shows. */
  record Line(Instant at, String text) implements LiveEvent {}

  /** The process is done with the experiment. */
  record Ended(Instant at, int exitCode) implements LiveEvent {}
}
