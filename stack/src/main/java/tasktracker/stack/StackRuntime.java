package tasktracker.stack;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tasktracker.stack.fault.Fault;

/** Who runs stacks: processes of this machine, containers. Thread-safe. */
public interface StackRuntime {
  /** The name of the runtime that commands use where nobody names one. */
  String USUAL = "embedded";

  /** The command that takes an architecture down, for messages. */
  static String downCommand(String runtime, String architecture) {
    return "./tasktracker stack down "
        + architecture
        + (runtime.equals(USUAL) ? "" : " --runtime " + runtime);
  }

  /** The name as {@code --runtime} takes it. */
  String name();

  /**
   * Checks that an architecture could be brought up now, or measured as it is where somebody has
   * started it and this runtime can do that; prepares what that takes, and cleans up after a dead
   * lab.
   *
   * @throws tasktracker.error.EnvironmentException when something stands in the way
   * @throws tasktracker.error.UsageException when the options do not suit it
   */
  void requireReady(Architecture architecture, StackOptions options);

  /** Whether an architecture is up. */
  boolean isUp(Architecture architecture);

  /** Whether a stack that somebody has started can be measured as it is. */
  default boolean measuresWhatIsUp() {
    return false;
  }

  /**
   * Brings up an architecture on fresh databases and waits until every service is healthy.
   *
   * @throws tasktracker.error.EnvironmentException when it is up already or cannot be brought up;
   *     nothing that was started is left running then
   */
  Stack up(Architecture architecture, StackOptions options);

  /**
   * The stack that somebody has started, where this runtime measures such ones; it stays up when it
   * is closed. Else the same as {@link #up}.
   */
  default Stack use(Architecture architecture, StackOptions options) {
    return up(architecture, options);
  }

  /**
   * What a stack that somebody has started lacks of what these options ask for, as a sentence
   * without its end; empty where it lacks nothing that matters, and where none is up.
   */
  default Optional<String> limit(Architecture architecture, StackOptions options) {
    return Optional.empty();
  }

  /** Whether the services have start-up caches from a training run of this build. */
  boolean isTrained(Architecture architecture);

  /** What the services of a stack are to learn from. */
  @FunctionalInterface
  interface Lesson {
    /**
     * Offers load.
     *
     * @throws InterruptedException when this thread is interrupted; nothing is kept then
     */
    void offer(URI entry) throws InterruptedException;
  }

  /**
   * Brings up an architecture, lets the JVMs of its services learn, and keeps what they learned for
   * every later stack of the same build.
   *
   * @throws InterruptedException when this thread is interrupted; nothing is kept then
   * @throws tasktracker.error.EnvironmentException when something stands in the way
   */
  void train(Architecture architecture, Map<String, String> environment, Lesson lesson)
      throws InterruptedException;

  /** Whether a fault takes proxies on the links of the stack. */
  boolean needsLinkProxies(Fault fault);

  /** Flags of every service JVM. */
  List<String> jvmFlags(StackOptions options);

  /** How the memory of an instance is counted. */
  String memoryKind();

  /** Version of the PostgreSQL that it runs, such as {@code 18.6}; empty where nobody knows. */
  Optional<String> databaseVersion();

  /**
   * What there is of a stack.
   *
   * @param owned whether it belongs to a running experiment
   */
  record Status(boolean owned, List<Member> members) {}

  /**
   * An instance of it.
   *
   * @param instance its name
   * @param port of this machine that leads to it, 0 without one
   * @param identity what the runtime calls it, such as {@code process 4711}
   * @param alive whether its process lives
   */
  record Member(String instance, int port, String identity, boolean alive) {}

  /** What there is of an architecture; empty when it is down. */
  Optional<Status> status(Architecture architecture);

  /**
   * Checks that no other process measures an architecture: neither the one that it belongs to, nor
   * one that is connected to its entry.
   *
   * @throws tasktracker.error.EnvironmentException naming that process
   */
  default void requireNotMeasured(Architecture architecture) {
    owner(architecture)
        .or(() -> Measurer.connectedTo(architecture.entryService().port()))
        .ifPresent(measurer -> {
          throw measurer.refusal(architecture.name());
        });
  }

  /** The running experiment that a stack belongs to, if there is one. */
  Optional<Measurer> owner(Architecture architecture);

  /**
   * Takes down a stack, whoever started it, and removes its databases.
   *
   * @return whether there was one
   */
  boolean down(Architecture architecture);

  /** The instances that have written a log. */
  List<String> logged(Architecture architecture);

  /** The last lines that an instance wrote. */
  List<String> log(Architecture architecture, String instance, int lines);
}
