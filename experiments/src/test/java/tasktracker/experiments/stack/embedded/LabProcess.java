package tasktracker.experiments.stack.embedded;

import java.nio.file.Path;

/** A lab in a process of its own, to be killed: brings a tiny stack up and waits. */
public final class LabProcess {
  private LabProcess() {}

  public static void main(String[] arguments) throws Exception {
    Installation installation = new Installation(Path.of(arguments[0]), Path.of(arguments[1]));
    EmbeddedStack stack =
        new EmbeddedRuntime(installation).up(TinyArchitecture.healthy(), EmbeddedOptions.DEFAULTS);
    System.out.println("up " + stack.entry());
    Thread.sleep(60_000);
  }
}
