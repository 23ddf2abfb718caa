package tasktracker.experiments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import tasktracker.stack.StackRuntime;
import tasktracker.stack.docker.DockerRuntime;
import tasktracker.stack.embedded.EmbeddedRuntime;
import tasktracker.stack.embedded.Installation;

/** Who runs the stacks of an experiment. */
public enum RuntimeKind {
  /** The lab, as child processes of its own. */
  EMBEDDED,
  /** The lab, as containers of a Compose project. */
  DOCKER,
  /** Someone else; the lab knows the URL alone. */
  EXTERNAL;

  /**
   * The runtime of a checkout.
   *
   * @throws IllegalStateException when somebody else runs the stacks
   */
  public StackRuntime of(Installation installation) {
    return switch (this) {
      case EMBEDDED -> new EmbeddedRuntime(installation);
      case DOCKER -> new DockerRuntime(installation);
      case EXTERNAL -> throw new IllegalStateException("somebody else runs the stacks");
    };
  }

  /**
   * Whether instances can be held to a part of a CPU; whole stacks too, where nothing hinders it.
   */
  public boolean hasCpuQuotas() {
    return this == DOCKER;
  }

  /** The name as options and files spell it. */
  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
