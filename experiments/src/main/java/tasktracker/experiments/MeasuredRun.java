package tasktracker.experiments;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tasktracker.load.LoadResult;
import tasktracker.results.Resources;
import tasktracker.results.RunFigures;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;

/**
 * What one run gave: the load as the generator saw it, the resources over the same window, and how
 * long the deployment took to start.
 *
 * @param warmUp planned length of the warm-up, of the run or of its deployment
 */
record MeasuredRun(
    RunName name,
    LoadResult load,
    Duration warmUp,
    Optional<Resources> resources,
    Duration stackStartUp) {

  /** The run as it is written to the results folder. */
  RunResult toResult() {
    RunFigures figures = LoadFigures.of(load);
    Path folder = Path.of(name.folder());
    return new RunResult(
        name.architecture(),
        name.concurrency(),
        load.plan().measurement(),
        warmUp,
        LoadFigures.spawnRate(load.plan().model()),
        figures,
        load.start(),
        load.end(),
        folder.resolve("stats_stats.csv").toString(),
        folder.resolve("stats_stats_history.csv").toString(),
        resources.orElse(null),
        LoadFigures.efficiency(figures, resources),
        additions());
  }

  private Map<String, Object> additions() {
    Map<String, Object> more = new LinkedHashMap<>(LoadFigures.additions(load));
    Steadiness.of(load, resources).addTo(more);
    more.put("stack_startup_s", LoadFigures.seconds(stackStartUp));
    ContentSize.of(load.recording())
        .ifPresent(size -> {
          more.put("content_bytes_first_third", size.firstThird());
          more.put("content_bytes_last_third", size.lastThird());
        });
    return more;
  }
}
