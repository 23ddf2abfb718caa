package tasktracker.experiments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** For what an experiment brings up a fresh deployment of an architecture. */
public enum FreshDeployment {
  /** For each repetition: it is warmed once, and then measured at all levels of the repetition. */
  REPETITION,
  /** For each run, which warms it. */
  RUN;

  /** The name as options and files spell it. */
  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
