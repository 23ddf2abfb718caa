package tasktracker.load.scenario.yaml;

import java.util.List;
import tasktracker.load.model.ThinkTime;

/**
 * A task of a scenario file.
 *
 * @param thinkTime pause after it; null for the usual one
 */
record YamlTask(int weight, ThinkTime thinkTime, List<RequestTemplate> requests) {}
