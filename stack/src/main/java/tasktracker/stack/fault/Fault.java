package tasktracker.stack.fault;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import tasktracker.load.model.Durations;

/**
 * What is done to a service, a database or the connections to it: a record that declares its name
 * with a {@link FaultType} and each of its settings with a {@link FaultParameter}. A fault is in
 * force from the moment at which it has taken effect until its {@link #duration} is over.
 */
public sealed interface Fault permits Restart, StopStart, Kill, Pause, LinkFault, CpuStarvation {

  /** How long it stays in force before it is undone; zero if it is undone at once. */
  @FaultParameter(meaning = "how long it is in force", usual = "10s", option = "--downtime")
  Duration duration();

  /** What happens, as a sentence without its end: {@code the target is … }. */
  String sentence(String target);

  /** Which one it is. */
  default FaultKind kind() {
    return FaultKind.of(getClass());
  }

  /** Its name and its settings by their keys in files. */
  @JsonValue
  default Map<String, Object> settings() {
    return kind().settings(this);
  }

  /** A time as sentences have it, with a blank before the unit. */
  static String text(Duration time) {
    return Durations.format(time).replaceFirst("(\\d)([a-z])", "$1 $2");
  }

  /** A share as sentences have it. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
