package tasktracker.stack.embedded;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tasktracker.error.EnvironmentException;

/** Signals to processes, by the {@code kill} of the system: the JDK knows only two of them. */
public enum Signal {
  /** Asks to end. */
  TERM,
  /** As Ctrl-C does. */
  INT,
  /** Ends a PostgreSQL server at once and nginx in good order. */
  QUIT,
  /** The terminal is gone. */
  HUP,
  /** Of a program's own meaning. */
  USR1,
  /** Of a program's own meaning. */
  USR2,
  /** Ends httpd in good order. */
  WINCH,
  /** Ends without asking. */
  KILL,
  /** Lets stand still. */
  STOP,
  /** Lets go on. */
  CONT;

  /**
   * Sends this signal to all of them and returns when they have it. Processes that are gone do not
   * matter.
   *
   * @throws EnvironmentException when there is no {@code kill}
   */
  public void to(Collection<Long> pids) {
    if (pids.isEmpty()) {
      return;
    }
    List<String> command = new ArrayList<>(List.of("kill", "-" + name()));
    pids.forEach(pid -> command.add(pid.toString()));
    try {
      Process kill =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      kill.onExit().join();
    } catch (IOException e) {
      throw new EnvironmentException("cannot run 'kill': " + e.getMessage(), e);
    }
  }
}
