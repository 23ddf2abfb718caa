package tasktracker.stack.resource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The program {@code taskset}, which moves processes and threads to other processors. */
public final class Taskset {
  private Taskset() {}

  /**
   * Runs it to its end, whatever interrupts. Returns whether it is there and did what it should.
   */
  public static boolean run(String... arguments) {
    List<String> command = new ArrayList<>(List.of("taskset"));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .onExit()
              .join()
              .exitValue()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
