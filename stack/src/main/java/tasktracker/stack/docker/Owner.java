package tasktracker.stack.docker;

import java.time.Instant;
import java.util.List;

/** Who started a container, as a label of it says. */
sealed interface Owner {
  String LABEL = "tasktracker.owner";
  String VARIABLE = "TASKTRACKER_OWNER";
  String DETACHED = "detached";

  /** An experiment, which takes it down when it ends. */
  record Experiment(long pid, Instant started) implements Owner {
    static Experiment thisProcess() {
      ProcessHandle own = ProcessHandle.current();
      return new Experiment(own.pid(), start(own));
    }

    boolean alive() {
      return ProcessHandle.of(pid)
          .map(process -> start(process).toEpochMilli() == started.toEpochMilli())
          .orElse(false);
    }

    private static Instant start(ProcessHandle process) {
      return process.info().startInstant().orElse(Instant.EPOCH);
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
