package tasktracker.experiments;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import tasktracker.error.UsageException;
import tasktracker.experiments.definition.ExperimentFile;
import tasktracker.experiments.definition.MaskedSecrets;
import tasktracker.results.JsonFile;
import tasktracker.results.ResultsFolder;
import tasktracker.results.file.FileFailure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings that {@code config.json} holds without their secrets, as a resumed sweep needs them:
 * in a file that its owner alone can read, and that no pack holds. Without secrets there is none.
 */
public final class KeptSecrets {
  /** Name of the file. */
  public static final String FILE = ".secrets";

  private KeptSecrets() {}

  /** Keeps those of a sweep that begins, or was begun when its configuration still held them. */
  public static void keep(SweepSettings settings, ResultsFolder folder) {
    Path path = folder.path().resolve(FILE);
    if (Files.exists(path) || !isMasked(JsonFile.toTree(settings))) {
      return;
    }
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("targets", settings.targets());
    whole.put("base_urls", settings.baseUrls());
    ExperimentFile file = settings.experiment();
    if (file != null) {
      whole.put(
          "experiment",
          Map.of("source", file.source(), "text", file.text(), "folder", file.folder()));
    }
    try {
      Files.createFile(path, asFileAttribute(fromString("rw-------")));
      Files.writeString(path, JsonFile.toTree(whole).toString());
    } catch (IOException e) {
      throw FileFailure.writing(path, e);
    }
  }

  /**
   * The configuration of a sweep that is resumed, secrets included.
   *
   * @throws UsageException when it is missing or holds something else, or its secrets are missing
   */
  public static SweepConfig config(ResultsFolder folder) {
    Path secrets = folder.path().resolve(FILE);
    if (Files.exists(secrets)) {
      return JsonFile.read(
          folder.path().resolve("config.json"),
          SweepConfig.class,
          config -> ((ObjectNode) config).setAll(JsonFile.read(secrets, ObjectNode.class)));
    }
    UsageException.unless(
        !isMasked(folder.config(JsonNode.class)),
        "%s holds *** in the place of secrets, and their file %s is missing: resume the sweep where"
            + " it was begun, or begin a new one",
        folder.path(),
        FILE);
    return folder.config(SweepConfig.class);
  }

  private static boolean isMasked(JsonNode told) {
    return Stream.of("targets", "base_urls", "experiment")
        .flatMap(key -> told.path(key).valueStream())
        .anyMatch(value -> MaskedSecrets.isIn(value.asString("")));
  }
}
