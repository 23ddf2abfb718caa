package tasktracker.stack.docker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Compose files of a user, and how they are brought up.
 *
 * @param name of the system
 * @param files its compose files, of which later ones add to earlier ones
 * @param profiles the profiles that are enabled
 * @param environmentFile a file with variables, instead of {@code .env} beside the first file
 * @param environment further variables
 * @param entry the service that takes the requests from outside
 * @param port the port on which it listens in its container
 * @param health path that answers with a status below 400 once it is ready; empty where its health
 *     check is to tell, or any answer
 * @param build whether images that the files tell how to build are built
 */
public record ComposeProject(
    String name,
    List<Path> files,
    List<String> profiles,
    Optional<Path> environmentFile,
    Map<String, String> environment,
    String entry,
    int port,
    Optional<String> health,
    boolean build) {
  private static final String PREFIX = "tasktracker-compose-";

  /** Copies the collections. */
  public ComposeProject {
    files = List.copyOf(files);
    profiles = List.copyOf(profiles);
    environment = Map.copyOf(environment);
  }

  /** The name that Compose knows it by, which is nobody else's. */
  String project() {
    return PREFIX + name.toLowerCase(Locale.ROOT).replace('.', '-');
  }

  /** As the files say. */
  Compose compose() {
    List<String> options = new ArrayList<>();
    profiles.forEach(profile -> options.addAll(List.of("--profile", profile)));
    environmentFile.ifPresent(file -> options.addAll(List.of("--env-file", file.toString())));
    return new Compose(project(), files, environment, options);
  }

  /** The same with a file that adds to theirs; folders are still relative to the first of them. */
  Compose composeWith(Path override) {
    Compose own = compose();
    List<Path> all = new ArrayList<>(files);
    all.add(override);
    return new Compose(own.project(), all, environment, own.options());
  }

  /** The port of this machine that a container of the entry publishes, if it does. */
  OptionalInt published(Container container) {
    Integer outer = container.ports().get(port);
    return outer == null ? OptionalInt.empty() : OptionalInt.of(outer);
  }
}
