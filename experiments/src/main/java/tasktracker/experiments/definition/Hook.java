package tasktracker.experiments.definition;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A command of a user that runs around the measurements.
 *
 * @param run program and arguments; no shell sees them
 * @param limit how long it may take
 * @param folder where it runs
 * @param environment variables besides those of the lab
 */
public record Hook(List<String> run, Duration limit, Path folder, Map<String, String> environment) {

  /** Copies the collections. */
  public Hook {
    run = List.copyOf(run);
    environment = Map.copyOf(environment);
  }
}
