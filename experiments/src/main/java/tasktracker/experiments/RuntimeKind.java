package tasktracker.experiments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who runs the stacks of an experiment. */
public enum RuntimeKind {
  /** The lab, as child processes of its own. */
  EMBEDDED,
  /** The lab, as containers of a Compose project. */
  DOCKER,
  /** Someone else; the lab knows the URL alone. */
  EXTERNAL;

  /** The name as options and files spell it. */
  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
