package tasktracker.experiments.cli;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tasktracker.experiments.RuntimeKind;
import tasktracker.stack.Architecture;

/** Stacks that stay up until they are taken down, on one of the runtimes. */
interface DetachedStacks {

  /** The stacks of a runtime of this checkout. */
  static DetachedStacks of(RuntimeKind kind) {
    return kind == RuntimeKind.DOCKER ? new DockerStacks() : new EmbeddedStacks();
  }

  /**
   * A stack that has come up.
   *
   * @param members a line for each instance
   * @param entry where requests go
   * @param startUp how long it took
   */
  record Arrival(List<String> members, URI entry, Duration startUp) {}

  /**
   * What there is of a stack.
   *
   * @param owned whether it belongs to a running experiment
   * @param members its instances
   */
  record View(boolean owned, List<Member> members) {}

  /** An instance as a line of text, and whether it runs. */
  record Member(String line, boolean alive) {}

  /** Brings up an architecture. */
  Arrival up(Architecture architecture, int replicas, Duration startTimeout);

  /**
   * Checks that no running experiment measures an architecture.
   *
   * @throws tasktracker.error.EnvironmentException naming the process that does
   */
  void requireNotMeasured(Architecture architecture);

  /** Takes an architecture down; returns whether it was up. */
  boolean down(Architecture architecture);

  /** What runs of an architecture; empty when it is down. */
  Optional<View> status(Architecture architecture);

  /** The instances that have written a log. */
  List<String> logged(Architecture architecture);

  /** The last lines of an instance. */
  List<String> log(Architecture architecture, String instance, int lines);
}
