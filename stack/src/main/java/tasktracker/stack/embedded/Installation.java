package tasktracker.stack.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import tasktracker.error.EnvironmentException;

/**
 * Where the lab lies on this machine: its jars, and the folder for everything that running stacks
 * need. Every checkout has its own, so that two of them do not meet.
 *
 * @param jars folder of the jars of the application
 * @param state folder for binaries, databases, logs and the list of running processes
 */
public record Installation(Path jars, Path state) {

  /** The installation of a checkout, as the build lays it out, or of an unpacked archive. */
  public static Installation of(Path checkout) {
    Path root = checkout.toAbsolutePath().normalize();
    Path unpacked = root.resolve("lib");
    return new Installation(
        Files.isDirectory(unpacked) ? unpacked : root.resolve("experiments/target/lib"),
        root.resolve(".tasktracker"));
  }

  /** The java command of the JDK that runs this process. */
  String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * The jar of a service.
   *
   * @throws EnvironmentException when it has not been built
   */
  Path jar(String artifact) {
    try (Stream<Path> files = Files.list(jars)) {
      List<Path> found =
          files
              .filter(jar ->
                  jar.getFileName().toString().matches(artifact + "-[0-9][^/]*\\.jar")
                      || jar.getFileName().toString().equals(artifact + ".jar"))
              .sorted()
              .toList();
      if (!found.isEmpty()) {
        return found.getLast();
      }
    } catch (IOException e) {
      throw new EnvironmentException(
          "cannot read %s: build with ./mvnw package".formatted(jars), e);
    }
    throw new EnvironmentException(
        "there is no %s jar in %s: build with ./mvnw package".formatted(artifact, jars));
  }

  /**
   * The jars that a service runs from: its own, and those that it names in its manifest.
   *
   * @throws EnvironmentException when they cannot be read
   */
  List<Path> classPath(String artifact) {
    Path own = jar(artifact);
    try (JarFile file = new JarFile(own.toFile())) {
      Manifest manifest = file.getManifest();
      String others =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      return Stream.concat(
              Stream.of(own),
              Stream.of(others == null ? new String[0] : others.split(" ")).map(jars::resolve))
          .filter(Files::exists)
          .toList();
    } catch (IOException e) {
      throw new EnvironmentException("cannot read %s: build with ./mvnw package".formatted(own), e);
    }
  }

  /** The folders of all stacks that there have been. */
  List<Path> stacks() {
    try (Stream<Path> folders = Files.list(state.resolve("stacks"))) {
      return folders.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The folder of one architecture's stack: processes, logs and data. */
  Path stack(String architecture) {
    return state.resolve("stacks").resolve(architecture);
  }
}
