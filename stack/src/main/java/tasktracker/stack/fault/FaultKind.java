package tasktracker.stack.fault;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;
import tasktracker.error.UsageException;

/** The faults by name, as options and files spell them, and how each is made of parameters. */
public enum FaultKind {
  /** See {@link Restart}. */
  RESTART("restart"),
  /** See {@link StopStart}. */
  STOP_START("stop-start"),
  /** See {@link Kill}. */
  KILL("kill"),
  /** See {@link Pause}. */
  PAUSE("pause"),
  /** See {@link Latency}. */
  LATENCY("latency"),
  /** See {@link Loss}. */
  LOSS("loss"),
  /** See {@link Disconnect}. */
  DISCONNECT("disconnect"),
  /** See {@link CpuStarvation}. */
  CPU("cpu");

  private final String label;

  FaultKind(String label) {
    this.label = label;
  }

  /**
   * The kind of that name.
   *
   * @throws UsageException naming all of them when there is none
   */
  public static FaultKind named(String label) {
    return Arrays.stream(values())
        .filter(kind -> kind.label.equals(label))
        .findFirst()
        .orElseThrow(() ->
            new UsageException(
                "unknown fault '%s': use %s"
                    .formatted(
                        label,
                        Arrays.stream(values())
                            .map(FaultKind::toString)
                            .collect(Collectors.joining(", ")))));
  }

  /**
   * A fault of this kind, made of the parameters that it needs.
   *
   * @throws UsageException when one of them cannot be used
   */
  public Fault with(FaultParameters parameters) {
    try {
      return make(parameters);
    } catch (IllegalArgumentException e) {
      throw new UsageException(label + ": " + e.getMessage(), e);
    }
  }

  private Fault make(FaultParameters from) {
    return switch (this) {
      case RESTART -> new Restart();
      case STOP_START -> new StopStart(from.duration());
      case KILL -> new Kill(from.duration());
      case PAUSE -> new Pause(from.duration());
      case LATENCY -> new Latency(from.delay(), from.jitter(), from.duration());
      case LOSS -> new Loss(from.share(), from.duration());
      case DISCONNECT -> new Disconnect(from.duration());
      case CPU -> new CpuStarvation(from.share(), from.duration());
    };
  }

  /** The name as options and files spell it. */
  @JsonValue
  @Override
  public String toString() {
    return label;
  }
}
