package tasktracker.stack.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.ServiceSpec;
import tasktracker.stack.StackOptions;

/** How a service instance is started: one JVM, the same flags for every service. */
final class ServiceCommand {
  private final Installation installation;
  private final StackOptions options;
  private final AotCaches caches;
  private final ChildProcesses children;

  ServiceCommand(Installation installation, StackOptions options, ChildProcesses children) {
    this.children = children;
    this.installation = installation;
    this.options = options;
    this.caches = new AotCaches(installation);
  }

  /** Starts the service; its output goes to the end of the log. */
  Process start(ServiceSpec service, Map<String, String> environment, Path log) {
    List<String> command = new ArrayList<>(CommandPrefix.ownSession());
    command.addAll(CommandPrefix.pinned(options.cpus()));
    command.addAll(children.prefix(Signal.KILL));
    command.add(installation.java());
    command.addAll(ServiceFlags.JVM);
    command.addAll(caches.flags(service.artifact(), options.training()));
    command.add("-jar");
    command.add(installation.jar(service.artifact()).toString());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    // Flags from the user's shell would differ from machine to machine.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("JDK_JAVA_OPTIONS");
    builder.environment().putAll(environment);
    try {
      return children.start(builder);
    } catch (IOException e) {
      throw new EnvironmentException(
          "cannot start %s: %s".formatted(service.name(), e.getMessage()), e);
    }
  }
}
