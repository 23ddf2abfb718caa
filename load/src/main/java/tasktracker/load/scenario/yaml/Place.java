package tasktracker.load.scenario.yaml;

/**
 * Where something stands in a scenario file.
 *
 * @param line counted from 1
 * @param key path of keys, for example {@code tasks[1].weight}; empty for the file as a whole
 */
record Place(String source, int line, String key) {

  Place of(String childKey, int childLine) {
    return new Place(source, childLine, key.isEmpty() ? childKey : key + "." + childKey);
  }

  Place of(int index, int childLine) {
    return new Place(source, childLine, "%s[%s]".formatted(key, index));
  }

  /** The failure that says what is wrong here and what would be right. */
  ScenarioFileException mistake(String reason) {
    return mistake(reason, null);
  }

  ScenarioFileException mistake(String reason, Throwable cause) {
    return new ScenarioFileException(
        "%s, line %s%s: %s".formatted(source, line, key.isEmpty() ? "" : ", " + key, reason),
        cause);
  }
}
