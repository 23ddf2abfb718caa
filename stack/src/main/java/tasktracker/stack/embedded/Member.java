package tasktracker.stack.embedded;

import java.time.Instant;
import tasktracker.stack.Instance;

/** A child process, the instance that it is, and the program that it runs. */
record Member(Instance instance, Process process, Program program) {

  /** When its process started; the epoch where the system does not tell, or no more. */
  Instant started() {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }

  StackProcess written() {
    return new StackProcess(instance, started());
  }

  static Member launched(Program program) {
    Process process = program.launch().get();
    Instance instance =
        new Instance(
            program.name(), program.service(), program.kind(), program.port(), process.pid());
    return new Member(instance, process, program);
  }

  Member again() {
    return launched(program);
  }

  Termination.Target ending() {
    return new Termination.Target(process.toHandle(), program.stopping());
  }
}
