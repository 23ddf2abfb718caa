package tasktracker.ui.archive;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An experiment as a list shows it.
 *
 * @param folder name of its folder
 * @param kind such as {@code sweep}
 * @param note what somebody wrote about it
 * @param begun when it began, or when its folder was changed last
 * @param state how far it is
 * @param systems what was measured
 * @param levels at which users, or arrivals per second
 * @param headline what was found; empty where nothing was yet
 * @param validity number of runs by their validity
 * @param command what repeats it; empty where nobody knows
 */
public record ExperimentSummary(
    String folder,
    String kind,
    Note note,
    Instant begun,
    ExperimentState state,
    List<String> systems,
    List<Integer> levels,
    String headline,
    Map<String, Integer> validity,
    String command) {

  /** Copies the collections. */
  public ExperimentSummary {
    systems = List.copyOf(systems);
    levels = List.copyOf(levels);
    validity = Map.copyOf(validity);
  }
}
