package tasktracker.stack.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tasktracker.stack.InheritedEnvironment;
import tasktracker.stack.ServiceSpec;
import tasktracker.stack.StackOptions;

/** How a service instance is started: one JVM, the same flags for every service. */
final class ServiceCommand {
  /** The same collector and heap, however large the machine. */
  static final List<String> JVM_FLAGS =
      List.of("-XX:+UseSerialGC", "-Xms64m", "-Xmx512m", "-XX:+ExitOnOutOfMemoryError");

  private final Installation installation;
  private final StackOptions options;
  private final AotCaches caches;

  ServiceCommand(Installation installation, StackOptions options) {
    this.installation = installation;
    this.options = options;
    this.caches = new AotCaches(installation);
  }

  ProcessBuilder of(ServiceSpec service, Map<String, String> environment) {
    List<String> command = new ArrayList<>();
    command.add(installation.java());
    command.addAll(JVM_FLAGS);
    command.addAll(caches.flags(service.artifact(), options.training()));
    command.add("-jar");
    command.add(installation.jar(service.artifact()).toString());
    ProcessBuilder builder = InheritedEnvironment.of(command);
    builder.environment().putAll(environment);
    return builder;
  }
}
