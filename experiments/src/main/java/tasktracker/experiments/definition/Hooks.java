package tasktracker.experiments.definition;

import java.util.List;

/**
 * What is run around the measurements.
 *
 * @param setup once, before anything is started
 * @param prepare whenever a system is up, before its warm-up and before each of its runs
 * @param cleanup once, at the end, however that comes
 */
public record Hooks(List<Hook> setup, List<Hook> prepare, List<Hook> cleanup) {
  /** Nothing. */
  public static final Hooks NONE = new Hooks(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public Hooks {
    setup = List.copyOf(setup);
    prepare = List.copyOf(prepare);
    cleanup = List.copyOf(cleanup);
  }
}
