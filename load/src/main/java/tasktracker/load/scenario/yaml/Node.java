package tasktracker.load.scenario.yaml;

import java.util.List;
import java.util.Map;

/** A value of a YAML file that knows its place. */
sealed interface Node {

  Place place();

  /**
   * A single value.
   *
   * @param text as it is written, without quotes
   */
  record Scalar(Place place, String text, Kind kind) implements Node {}

  /** A list. */
  record Sequence(Place place, List<Node> items) implements Node {}

  /** Keys with values, in the order of the file. */
  record Mapping(Place place, Map<String, Node> values) implements Node {}

  /** What a single value is. */
  enum Kind {
    TEXT,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    NOTHING
  }
}
