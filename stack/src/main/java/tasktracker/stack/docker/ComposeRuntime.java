package tasktracker.stack.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tasktracker.error.EnvironmentException;
import tasktracker.results.file.FileFailure;
import tasktracker.stack.CpuSet;
import tasktracker.stack.StackOptions;
import tasktracker.stack.embedded.StackOwner;
import tasktracker.stack.fault.Breakables;

/**
 * Brings compose projects of users up, under names of their own, and takes them down with their
 * volumes. Thread-safe.
 *
 * @param folder where what is added to compose files lies, and what containers said that failed
 */
public record ComposeRuntime(Path folder) {

  /**
   * What can be broken in a project.
   *
   * @throws EnvironmentException when Compose is not there to tell
   */
  public static Breakables breakables(ComposeProject project) {
    requireEngine(project);
    return ComposeConfig.of(project).architecture().breakables(1);
  }

  /**
   * Checks that a project can be brought up now, builds what is to be built, and cleans up after a
   * dead lab.
   *
   * @throws EnvironmentException when something stands in the way
   * @throws tasktracker.error.UsageException when the project does not have its entry
   */
  public void requireReady(ComposeProject project) {
    requireEngine(project);
    ComposeConfig config = ComposeConfig.of(project);
    requireDown(config);
    config.requireFreePorts();
    if (config.builds() && project.build()) {
      DockerCommand.Result built = project.compose().build();
      if (!built.succeeded()) {
        throw new EnvironmentException(
            "%s: its images cannot be built (%s): see what 'docker compose build' says"
                .formatted(project.name(), DockerFailure.of(built).getMessage()));
      }
    }
  }

  private static void requireEngine(ComposeProject project) {
    if (!DockerCommand.isInstalled()) {
      throw new EnvironmentException(
          "%s is a compose project, and docker is not installed: install Docker Engine or Docker Desktop"
              .formatted(project.name()));
    }
    DockerCommand.docker("version", "--format", "{{.Server.Version}}");
    if (!Compose.program().equals(List.of("docker", "compose"))) {
      throw new EnvironmentException(ComposeConfig.NEEDED.formatted(project.name()));
    }
  }

  /**
   * What a dead lab left, or this one could not take down, goes under the names that it had, which
   * are those of nobody else.
   */
  private void requireDown(ComposeConfig config) {
    ComposeProject project = config.project();
    List<Container> there = Container.of(project.project());
    Owner.of(there)
        .filter(StackOwner::isAnother)
        .ifPresent(owner -> {
          throw owner.refusal(project.name());
        });
    if (!there.isEmpty()) {
      project.composeWith(written(config, StackOptions.DEFAULTS)).down();
    }
  }

  /**
   * Brings a project up and waits until it is healthy.
   *
   * @throws EnvironmentException when it cannot be brought up, and nothing is left running then; or
   *     when somebody else has brought it up meanwhile
   */
  public ComposeStack up(ComposeProject project, StackOptions options, Duration startTime) {
    ComposeConfig config = ComposeConfig.of(project);
    requireDown(config);
    Compose compose = project.composeWith(written(config, options));
    OwnedProject deployment = OwnedProject.begin(compose, Optional.empty());
    try {
      compose.up();
      ComposeHealth health = new ComposeHealth(config);
      List<Container> containers = health.await(options.startTimeout().orElse(startTime));
      return new ComposeStack(
          config,
          containers,
          health,
          new ContainerCpus(containers, options.cpus(), Optional.empty(), Optional.empty()),
          deployment::end);
    } catch (RuntimeException e) {
      Path log;
      try {
        log = keepLog(project, compose);
      } finally {
        deployment.end();
      }
      throw new EnvironmentException(
          "%s cannot be brought up (what its containers said is in %s): %s"
              .formatted(project.name(), log, e.getMessage()),
          e);
    }
  }

  private Path written(ComposeConfig config, StackOptions options) {
    String text = config.override(options.cpus().map(CpuSet::toString).orElse(null));
    return write(config.project().name() + ".override.json", text);
  }

  private Path keepLog(ComposeProject project, Compose compose) {
    String logs = compose.logs();
    return write(project.name() + ".log", logs.lines().collect(Collectors.joining("\n", "", "\n")));
  }

  private Path write(String name, String text) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(folder);
      return Files.writeString(file, text, UTF_8);
    } catch (IOException e) {
      throw FileFailure.writing(file, e);
    }
  }
}
