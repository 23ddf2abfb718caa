package tasktracker.stack.docker;

import java.time.Instant;
import java.util.List;
import tasktracker.stack.embedded.StackProcess;

/** Who started a container, as a label of it says. */
sealed interface Owner {
  String LABEL = "tasktracker.owner";
  String VARIABLE = "TASKTRACKER_OWNER";
  String DETACHED = "detached";

  /** An experiment, which takes it down when it ends. */
  record Experiment(long pid, Instant started) implements Owner {
    static Experiment thisProcess() {
      long pid = ProcessHandle.current().pid();
      return new Experiment(pid, StackProcess.startOf(pid));
    }

    boolean alive() {
      return StackProcess.find(pid, started).isPresent();
    }

    /** Whether it is alive, and is not this process. */
    boolean isAnother() {
      return pid != ProcessHandle.current().pid() && alive();
    }

    @Override
    public String toString() {
      return pid + "@" + started.toEpochMilli();
    }
  }

  /** A person, by hand or with {@code stack up}. */
  record Person() implements Owner {}

  static Owner of(List<Container> containers) {
    return containers.stream()
        .map(Container::owner)
        .filter(label -> label.contains("@"))
        .findFirst()
        .<Owner>map(label -> {
          String[] part = label.split("@");
          return new Experiment(
              Long.parseLong(part[0]), Instant.ofEpochMilli(Long.parseLong(part[1])));
        })
        .orElseGet(Person::new);
  }
}
