package tasktracker.service.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** The migration scripts on the class path. */
final class MigrationScripts {

  private static final String SUFFIX = ".sql";

  private MigrationScripts() {}

  static String folder(String feature) {
    return "db/migration/" + feature;
  }

  /** Name and checksum of each script of a feature, as Flyway writes them into its history. */
  static Map<String, Integer> of(String feature) {
    String folder = folder(feature) + "/";
    URL there = MigrationScripts.class.getClassLoader().getResource(folder);
    try {
      return names(there, folder).stream()
          .collect(Collectors.toMap(name -> name, name -> checksum(folder + name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> names(URL there, String folder) throws IOException {
    if (there.openConnection() instanceof JarURLConnection jar) {
      return scripts(
          jar.getJarFile().stream()
              .map(entry -> entry.getName())
              .filter(name -> name.startsWith(folder))
              .map(name -> name.substring(folder.length())));
    }
    try (Stream<Path> files = Files.list(Path.of(URI.create(there.toString())))) {
      return scripts(files.map(file -> file.getFileName().toString()));
    }
  }

  private static List<String> scripts(Stream<String> names) {
    return names.filter(name -> name.endsWith(SUFFIX)).toList();
  }

  /** That of Flyway: of the lines, whichever way they end. */
  private static int checksum(String script) {
    CRC32 sum = new CRC32();
    try (var text =
        new BufferedReader(
            new InputStreamReader(
                MigrationScripts.class.getClassLoader().getResourceAsStream(script), UTF_8))) {
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        sum.update(line.getBytes(UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return (int) sum.getValue();
  }
}
