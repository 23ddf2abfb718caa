package tasktracker.experiments.cli;

import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import tasktracker.error.UsageException;
import tasktracker.experiments.WorkerHosts;
import tasktracker.load.worker.WorkerPlaces;

/** Which processes generate the load of one test, as options. */
final class WorkerOptions {
  private static final int MOST_WORKERS = 64;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description =
          "Generator processes that share users or arrivals (1; with --on all that it names).")
  private Integer workers;

  @ArgGroup(validate = false)
  private WorkerHostOptions hosts = new WorkerHostOptions();

  /**
   * Workers on other hosts, if they are to generate the load.
   *
   * @throws UsageException when there are no such workers
   */
  Optional<WorkerHosts> toHosts() {
    return hosts.toHosts(workers);
  }

  /**
   * Where the load comes from; empty where this process generates it.
   *
   * @param users of the load model: nobody shares one
   * @throws UsageException when they are fewer than the workers
   */
  Optional<WorkerPlaces> toPlaces(Optional<WorkerHosts> elsewhere, int users) {
    if (elsewhere.isPresent()) {
      return elsewhere.map(each -> each.places(users));
    }
    int count = workers == null ? 1 : workers;
    int most = Math.min(MOST_WORKERS, users);
    UsageException.unless(count >= 1 && count <= most, "--workers %s: use 1 to %s", count, most);
    return count == 1 ? Optional.empty() : Optional.of(new WorkerPlaces.Here(count));
  }
}
