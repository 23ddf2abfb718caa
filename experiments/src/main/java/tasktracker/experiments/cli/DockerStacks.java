package tasktracker.experiments.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tasktracker.stack.Architecture;
import tasktracker.stack.docker.DockerOptions;
import tasktracker.stack.docker.DockerRuntime;
import tasktracker.stack.docker.DockerStack;
import tasktracker.stack.docker.Status;

/** Detached stacks as Compose projects, those that were started by hand among them. */
final class DockerStacks implements DetachedStacks {
  private final DockerRuntime runtime = new DockerRuntime(Checkout.installation());

  DockerStacks() {
    DockerRuntime.requireEngine();
  }

  @Override
  public Arrival up(Architecture architecture, int replicas, Duration startTimeout) {
    DockerOptions options =
        DockerOptions.DEFAULTS
            .withReplicas(replicas)
            .withStartTimeout(startTimeout)
            .whichOutlivesTheLab();
    runtime.requireReady(architecture, options);
    DockerStack stack = runtime.up(architecture, options);
    return new Arrival(
        runtime.status(architecture).stream().map(DockerStacks::line).toList(),
        stack.entry(),
        stack.startUp());
  }

  @Override
  public void requireNotMeasured(Architecture architecture) {
    runtime.requireNotMeasured(architecture);
  }

  @Override
  public boolean down(Architecture architecture) {
    return runtime.down(architecture);
  }

  @Override
  public Optional<View> status(Architecture architecture) {
    List<Status> all = runtime.status(architecture);
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new View(
                all.stream().anyMatch(Status::owned),
                all.stream().map(each -> new Member(line(each), each.running())).toList()));
  }

  @Override
  public List<String> logged(Architecture architecture) {
    return runtime.status(architecture).stream().map(Status::instance).toList();
  }

  @Override
  public List<String> log(Architecture architecture, String instance, int lines) {
    return runtime.status(architecture).stream()
        .filter(each -> each.instance().equals(instance))
        .flatMap(each -> runtime.log(each, lines).stream())
        .toList();
  }

  private static String line(Status status) {
    return String.format(
        Locale.ROOT,
        "  %-30s port %-6d container %s",
        status.instance(),
        status.port(),
        status.shortId());
  }
}
