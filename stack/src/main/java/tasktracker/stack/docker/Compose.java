package tasktracker.stack.docker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.embedded.CommandPrefix;

/**
 * Docker Compose for one project, version 2 ({@code docker compose}) or 1 ({@code docker-compose}).
 *
 * @param project name of the project
 * @param files its compose files, of which later ones add to earlier ones
 * @param environment what the variables in the file stand for
 * @param options further options of every command, such as profiles
 */
record Compose(
    String project, List<Path> files, Map<String, String> environment, List<String> options) {

  Compose(String project, List<Path> files, Map<String, String> environment) {
    this(project, files, environment, List.of());
  }

  /** Starts the containers, which must have their images. */
  void up() {
    run("up", "-d", "--no-build").orFail();
  }

  /** Removes the containers, the network and the volumes. */
  void down() {
    run(DOWN).orFail();
  }

  /** The command that {@link #down} runs, for somebody else to run. */
  List<String> downCommand() {
    return command(DOWN);
  }

  /** What its files say together, as JSON; only version 2 can tell. */
  String config() {
    return run("config", "--format", "json").orFail();
  }

  DockerCommand.Result build() {
    return run("build");
  }

  String logs() {
    DockerCommand.Result logs = run("logs", "--no-color");
    return logs.out() + logs.err();
  }

  private static final String[] DOWN = {"down", "--volumes", "--remove-orphans", "-t", "5"};

  private DockerCommand.Result run(String... arguments) {
    return DockerCommand.run(command(arguments), environment, DockerCommand.WORK);
  }

  private List<String> command(String... arguments) {
    List<String> command = new ArrayList<>(program());
    command.addAll(List.of("-p", project));
    files.forEach(file -> command.addAll(List.of("-f", file.toString())));
    command.addAll(options);
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  /**
   * How Compose is called on this machine.
   *
   * @throws EnvironmentException when it is not installed
   */
  static List<String> program() {
    if (DockerCommand.tryDocker("compose", "version").succeeded()) {
      return List.of("docker", "compose");
    }
    if (CommandPrefix.onPath("docker-compose")) {
      return List.of("docker-compose");
    }
    throw new EnvironmentException(
        "Docker Compose is missing: install the plug-in (https://docs.docker.com/compose/install),"
            + " or use --runtime embedded");
  }
}
