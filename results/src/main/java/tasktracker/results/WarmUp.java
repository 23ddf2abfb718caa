package tasktracker.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a warm-up went; {@code warm_up} of a run.
 *
 * @param seconds from the first user to its end
 * @param endedBy what ended it
 * @param cpuFirst CPU time of the whole stack per request in its first seconds with all users, in
 *     milliseconds; null where nobody counted it
 * @param cpuLast likewise in its last seconds
 */
public record WarmUp(
    double seconds,
    EndedBy endedBy,
    @JsonProperty("cpu_ms_per_request_first") @JsonInclude Double cpuFirst,
    @JsonProperty("cpu_ms_per_request_last") @JsonInclude Double cpuLast) {

  /** What ended a warm-up. */
  public enum EndedBy {
    /** The system had become steady. */
    STEADY,
    /** The longest time that was allowed: the system was not seen to be steady. */
    LIMIT,
    /** The time that was asked for, whatever the system did. */
    FIXED;

    /** The name as files spell it. */
    @JsonValue
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The key of a run. */
  public static final String KEY = "warm_up";

  /** That of a run; empty where the run does not tell. */
  public static Optional<WarmUp> of(RunResult run) {
    return run.addition(KEY, WarmUp.class).filter(warmUp -> warmUp.endedBy() != null);
  }

  /** What a run tells of it. */
  public Map<String, Object> keys() {
    return Map.of("warmed_up_s", seconds, KEY, this);
  }

  /** For people, such as {@code warm after 34 s, CPU per request 8.1 to 5.2 ms}. */
  public String text() {
    String how =
        switch (endedBy) {
          case STEADY -> "warm after %.0f s";
          case LIMIT -> "not seen to be warm after %.0f s, the limit";
          case FIXED -> "warmed up for %.0f s";
        };
    String cost =
        cpuFirst == null || cpuLast == null
            ? ""
            : String.format(Locale.ROOT, ", CPU per request %.2f to %.2f ms", cpuFirst, cpuLast);
    return String.format(Locale.ROOT, how, seconds) + cost;
  }
}
