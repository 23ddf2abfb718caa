import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An architecture of a revision, for the lab of another one: its description under a name of its
 * own, and for each service a jar without classes that leads to those of the revision.
 *
 * @param name of the architecture
 * @param home of the lab that deploys it
 */
record RevisedArchitecture(String name, Path home) {
  private static final Pattern ARTIFACT = Pattern.compile("(?m)^(\\s+artifact: )tasktracker-(\\S+)");

  /** Writes the description, and the jars that it names. */
  Path of(String revision, Path worktree) throws IOException {
    Path lib = Files.createDirectories(home.resolve("lib"));
    if (Files.notExists(lib.resolve(revision))) {
      Files.createSymbolicLink(lib.resolve(revision), worktree.resolve("experiments/target/lib"));
    }
    String description =
        Files.readString(
            worktree.resolve("stack/src/main/resources/tasktracker/stack/" + name + ".yaml"));
    Matcher artifacts = ARTIFACT.matcher(description);
    while (artifacts.find()) {
      lead(lib, revision, artifacts.group(2));
    }
    return Files.writeString(
        home.resolve(revision + "-" + name + ".yaml"),
        ARTIFACT
            .matcher(description.replaceFirst("(?m)^name: ", "name: " + revision + "-"))
            .replaceAll("$1" + revision + "-$2"));
  }

  private static void lead(Path lib, String revision, String service) throws IOException {
    Path target = jar(lib.resolve(revision), "tasktracker-" + service);
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.CLASS_PATH, revision + "/" + target.getFileName());
    try (JarFile original = new JarFile(target.toFile())) {
      attributes.put(
          Attributes.Name.MAIN_CLASS,
          original.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS));
    }
    Path leading = lib.resolve(revision + "-" + service + ".jar");
    new JarOutputStream(Files.newOutputStream(leading), manifest).close();
  }

  private static Path jar(Path folder, String artifact) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(artifact + "-[0-9].*\\.jar"))
          .findFirst()
          .orElseThrow(() -> new IOException("there is no jar of " + artifact + " in " + folder));
    }
  }
}
