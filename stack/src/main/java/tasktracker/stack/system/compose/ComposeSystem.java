package tasktracker.stack.system.compose;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import tasktracker.stack.Stack;
import tasktracker.stack.StackOptions;
import tasktracker.stack.docker.ComposeProject;
import tasktracker.stack.docker.ComposeRuntime;
import tasktracker.stack.embedded.Installation;
import tasktracker.stack.system.MeasuredSystem;

/** A system that a user describes with compose files. */
public final class ComposeSystem implements MeasuredSystem {
  private final ComposeProject project;
  private final Duration startTime;
  private final StackOptions options;
  private final ComposeRuntime runtime;

  /**
   * A system of a checkout, which is not up.
   *
   * @param startTime how long it may take to become healthy
   */
  public ComposeSystem(
      ComposeProject project, Duration startTime, StackOptions options, Installation installation) {
    this.project = project;
    this.startTime = startTime;
    this.options = options;
    this.runtime = new ComposeRuntime(installation.state().resolve("compose"));
  }

  @Override
  public String name() {
    return project.name();
  }

  @Override
  public String description() {
    return "Docker Compose, "
        + project.files().stream()
            .map(Path::getFileName)
            .map(Path::toString)
            .collect(Collectors.joining(", "));
  }

  @Override
  public void requireReady() {
    runtime.requireReady(project);
  }

  @Override
  public Stack up() {
    return runtime.up(project, options, startTime);
  }
}
