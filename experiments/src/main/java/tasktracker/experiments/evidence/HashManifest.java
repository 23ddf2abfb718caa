package tasktracker.experiments.evidence;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tasktracker.experiments.Sha256;
import tasktracker.results.file.TextFile;

/**
 * The SHA-256 of each file by its name, as {@code sha256sum} writes and checks them.
 *
 * @param hashes hexadecimal, by name
 */
record HashManifest(SortedMap<String, String> hashes) {
  /** Its name in an archive. */
  static final String FILE = "manifest-sha256.txt";

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

  /** Of some files. */
  static HashManifest of(Map<String, Path> files) {
    SortedMap<String, String> hashes = new TreeMap<>();
    files.forEach((name, file) -> hashes.put(name, Sha256.of(file)));
    return new HashManifest(hashes);
  }

  /** Reads it; lines that are none are left out, so that what they named counts as not listed. */
  static HashManifest read(Path file) {
    SortedMap<String, String> hashes = new TreeMap<>();
    for (String line : TextFile.read(file).split("\n")) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        hashes.put(matcher.group(2), matcher.group(1));
      }
    }
    return new HashManifest(hashes);
  }

  String text() {
    return hashes.entrySet().stream()
        .map(each -> each.getValue() + "  " + each.getKey() + "\n")
        .collect(joining());
  }

  /** How another one differs, a line for each file; the manifest itself is in none. */
  List<String> differences(HashManifest found) {
    List<String> differences = new ArrayList<>();
    hashes.forEach((name, hash) -> {
      String there = found.hashes.get(name);
      if (there == null) {
        differences.add(name + ": is not in the archive");
      } else if (!there.equals(hash)) {
        differences.add(name + ": is not the file that was packed");
      }
    });
    found.hashes.keySet().stream()
        .filter(name -> !hashes.containsKey(name))
        .forEach(name -> differences.add(name + ": was not packed"));
    return differences;
  }
}
