package tasktracker.load.scenario.yaml;

import java.util.List;
import java.util.Map;
import tasktracker.load.model.ThinkTime;

/**
 * A task of a scenario file.
 *
 * @param thinkTime pause after it; null for the usual one
 * @param variables drawn anew each time, by slot
 */
record YamlTask(
    int weight,
    ThinkTime thinkTime,
    Map<Integer, Template> variables,
    List<RequestTemplate> requests) {}
