package tasktracker.results.failure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import tasktracker.analysis.recovery.Recovery;

/**
 * One time that something was broken, and what became of it.
 *
 * @param targetService name of the service or database
 * @param failureMode kind of the fault
 * @param takesDown whether the target answers nobody while it is in force
 * @param downtime how long it was to last
 * @param sentence what was done, in words
 * @param start when the fault was seen to be in force; {@code null} if it never was
 * @param end when it was undone; {@code null} if that failed
 * @param startEpoch the same in epoch seconds
 * @param endEpoch the same in epoch seconds
 * @param success whether the fault took effect and was undone
 * @param requested when it was asked for
 * @param ready when everything that was hit was healthy again; {@code null} if it was not in time
 * @param instances that were hit
 * @param effectEvidence what showed that it took effect, or that it did not
 * @param undoEvidence what showed that it was gone, or that it was not
 * @param recovery how long the users felt it; {@code null} without effect or undoing
 */
public record InjectedFault(
    String targetService,
    String failureMode,
    Boolean takesDown,
    @JsonProperty("downtime_seconds") Duration downtime,
    String sentence,
    @JsonProperty("inject_start_ts") Instant start,
    @JsonProperty("inject_end_ts") Instant end,
    @JsonProperty("inject_start_epoch") Double startEpoch,
    @JsonProperty("inject_end_epoch") Double endEpoch,
    boolean success,
    @JsonProperty("requested_ts") Instant requested,
    @JsonProperty("ready_ts") Instant ready,
    List<String> instances,
    String effectEvidence,
    String undoEvidence,
    Recovery recovery) {

  /** Faults of before it was said whether one takes its target down; these did not. */
  private static final Set<String> SLOWING = Set.of("latency", "loss", "cpu");

  /** Takes absent instances as none, and an absent word about the target by the fault's name. */
  public InjectedFault {
    takesDown = takesDown == null ? !SLOWING.contains(failureMode) : takesDown;
    instances = instances == null ? List.of() : List.copyOf(instances);
  }
}
