package tasktracker.stack.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import tasktracker.stack.StackOptions;
import tasktracker.stack.fault.FaultInjector;
import tasktracker.stack.fault.FaultKind;
import tasktracker.stack.fault.FaultTarget;

/**
 * A lab in a process of its own, to be killed: brings a tiny stack up, and breaks its database if
 * that is asked for, longer than anybody waits.
 */
public final class LabProcess {
  private static final Duration LONG = Duration.ofSeconds(60);

  private LabProcess() {}

  public static void main(String[] arguments) throws Exception {
    Installation installation = new Installation(Path.of(arguments[0]), Path.of(arguments[1]));
    boolean faulty = arguments.length > 2;
    StackOptions options = faulty ? StackOptions.DEFAULTS.withLinkProxies() : StackOptions.DEFAULTS;
    EmbeddedStack stack = new EmbeddedRuntime(installation).up(TinyArchitecture.healthy(), options);
    System.out.println("up " + stack.entry());
    if (faulty) {
      Map<String, String> parameters = Map.of("--downtime", "60s", "--delay", "60s");
      new FaultInjector(stack.faults().orElseThrow(), InstantSource.system())
          .inject(FaultKind.parse(arguments[2], parameters), FaultTarget.of("back_db"));
    }
    Thread.sleep(LONG);
  }
}
