package tasktracker.stack.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.embedded.FileTree;

/**
 * The image of an architecture's services with the start-up caches of a training run beside the
 * jars (JEP 483, 514, 515): a layer more than the image that was trained, so that jars, their times
 * and the JVM are the very same. A label tells which image that was.
 *
 * @param base name of the image without caches
 * @param architecture name of the architecture
 */
record TrainedImage(String base, String architecture) {
  private static final String LABEL = "tasktracker.trained";

  /** Where a JVM in training writes its cache, and flags that later JVMs have too. */
  private static final String CACHE = "/tmp/start-up.aot";

  /** Two JVMs at the end: the one that learned, and the one that writes down what it learned. */
  private static final Map<String, String> WHILE_TRAINING =
      Map.of(
          CpuQuota.JVM_VARIABLE,
          "-XX:AOTCacheOutput=" + CACHE + " -Xlog:aot*=off -Xms64m -Xmx512m",
          "SERVICE_MEMORY",
          "2g");

  private static final String WRITING_SECONDS = "180";
  private static final Pattern JAR = Pattern.compile("[\\w.-]+\\.jar");

  /** Variables of the compose files for a stack that learns. */
  static Map<String, String> variablesOfTraining() {
    return WHILE_TRAINING;
  }

  String name() {
    return "tasktracker:trained-" + architecture;
  }

  /** Whether it is there, made from the other image as that is now, or named as that. */
  boolean isUpToDate() {
    if (base.equals(name())) {
      return true;
    }
    DockerCommand.Result trained = inspect(name(), "{{index .Config.Labels \"" + LABEL + "\"}}");
    return trained.succeeded() && trained.out().strip().equals(content(base));
  }

  /**
   * What an image holds and starts: its id may change from build to build where nothing else does.
   */
  private static String content(String image) {
    String text = inspect(image, "{{json .RootFS.Layers}}{{json .Config.Entrypoint}}").orFail();
    return UUID.nameUUIDFromBytes(text.getBytes(UTF_8)).toString();
  }

  private static DockerCommand.Result inspect(String image, String format) {
    return DockerCommand.tryDocker("image", "inspect", "--format", format, image);
  }

  /**
   * Ends the services of a stack that has learned, and makes the image of what they leave.
   *
   * @param services one container of each service, started with {@link #variablesOfTraining}
   * @param folder where the caches are for a moment; it is made and removed
   * @throws EnvironmentException when the image cannot be made
   */
  void make(List<Container> services, Path folder) {
    List<String> stop = new ArrayList<>(List.of("stop", "-t", WRITING_SECONDS));
    services.forEach(service -> stop.add(service.id()));
    DockerCommand.work(stop.toArray(String[]::new)).orFail();
    try {
      FileTree.delete(folder);
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("Dockerfile"), dockerfile(services, folder), UTF_8);
      String old = inspect(name(), "{{.Id}}").out().strip();
      build(folder);
      if (!old.isEmpty() && !old.equals(inspect(name(), "{{.Id}}").out().strip())) {
        DockerCommand.tryDocker("rmi", old);
      }
    } catch (IOException e) {
      throw new EnvironmentException(
          "cannot keep start-up caches in %s: %s".formatted(folder, e.getMessage()), e);
    } finally {
      FileTree.delete(folder);
    }
  }

  /** A service that is no JVM, or none that can learn, leaves nothing, and starts as before. */
  private String dockerfile(List<Container> services, Path folder) {
    StringBuilder text = new StringBuilder("FROM " + base + "\n");
    for (Container service : services) {
      String jar = service.command().stream().findFirst().orElse("");
      String cache = jar.replaceFirst("\\.jar$", ".aot");
      if (JAR.matcher(jar).matches() && hasLeft(service, folder.resolve(cache))) {
        text.append("COPY ").append(cache).append(" /app/\n");
      }
    }
    return text.toString();
  }

  private static boolean hasLeft(Container service, Path cache) {
    return DockerCommand.work("cp", service.id() + ":" + CACHE, cache.toString()).succeeded();
  }

  private void build(Path folder) {
    DockerCommand.work(
            "build",
            "--quiet",
            "--tag",
            name(),
            "--label",
            LABEL + "=" + content(base),
            folder.toString())
        .orFail();
  }
}
