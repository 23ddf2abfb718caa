package tasktracker.experiments.definition;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import tasktracker.stack.Architecture;
import tasktracker.stack.StackOptions;
import tasktracker.stack.docker.ComposeProject;
import tasktracker.stack.docker.ComposeRuntime;
import tasktracker.stack.embedded.EmbeddedRuntime;
import tasktracker.stack.embedded.Installation;
import tasktracker.stack.fault.Breakables;
import tasktracker.stack.system.ArchitectureSystem;
import tasktracker.stack.system.MeasuredSystem;
import tasktracker.stack.system.UrlSystem;
import tasktracker.stack.system.command.CommandDescription;
import tasktracker.stack.system.command.CommandSystem;
import tasktracker.stack.system.compose.ComposeSystem;

/** A system of an experiment, as its user describes it. */
public sealed interface SystemDefinition {
  /** Its name. */
  String name();

  /**
   * The system itself.
   *
   * @param options how it is deployed
   */
  MeasuredSystem system(StackOptions options, Installation installation);

  /** What of it can be broken; empty where the lab does not run it. */
  Optional<Breakables> breakables();

  /** Whether somebody else runs it. */
  default boolean runsElsewhere() {
    return false;
  }

  /** One that runs already. */
  record Running(UrlSystem found) implements SystemDefinition {
    @Override
    public String name() {
      return found.name();
    }

    @Override
    public MeasuredSystem system(StackOptions options, Installation installation) {
      return found;
    }

    @Override
    public Optional<Breakables> breakables() {
      return Optional.empty();
    }

    @Override
    public boolean runsElsewhere() {
      return true;
    }
  }

  /** A compose project that the lab brings up; what can be broken in it, its files alone tell. */
  record Compose(ComposeProject project, Duration startTime) implements SystemDefinition {
    @Override
    public String name() {
      return project.name();
    }

    @Override
    public MeasuredSystem system(StackOptions options, Installation installation) {
      return new ComposeSystem(project, startTime, options, installation);
    }

    @Override
    public Optional<Breakables> breakables() {
      return Optional.of(ComposeRuntime.breakables(project));
    }
  }

  /** An architecture of the lab, or one that is described as those are. */
  record BuiltIn(String name, Architecture architecture, int replicas) implements SystemDefinition {
    @Override
    public MeasuredSystem system(StackOptions options, Installation installation) {
      return new ArchitectureSystem(
          name,
          new EmbeddedRuntime(installation),
          architecture,
          options.withReplicas(replicas),
          Set.of(architecture.name()));
    }

    @Override
    public Optional<Breakables> breakables() {
      return Optional.of(architecture.breakables(replicas));
    }
  }

  /** Processes that the lab starts. */
  record Commands(CommandDescription description) implements SystemDefinition {
    @Override
    public String name() {
      return description.name();
    }

    @Override
    public MeasuredSystem system(StackOptions options, Installation installation) {
      return new CommandSystem(description, options, installation);
    }

    @Override
    public Optional<Breakables> breakables() {
      return Optional.of(description.breakables());
    }
  }
}
