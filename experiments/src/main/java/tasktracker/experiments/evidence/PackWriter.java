package tasktracker.experiments.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tasktracker.error.UsageException;
import tasktracker.experiments.KeptSecrets;
import tasktracker.experiments.Sha256;
import tasktracker.results.ResultsFolder;
import tasktracker.results.file.FileFailure;
import tasktracker.results.file.TargetFile;

/**
 * Packs a results folder into one ZIP archive: its files as they are, the hash of each, and what
 * they are in the words of RO-Crate. The same folder gives the same bytes. ZIP, because its index
 * tells how large everything is before anything is unpacked, and archives of research show what is
 * in it.
 */
public final class PackWriter {
  /** Where files are kept that were not in the folder. */
  static final String INPUTS = "inputs/";

  /** Times of files are no evidence, and would make each archive another one. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Path folder;
  private final SortedMap<String, Path> files = new TreeMap<>();
  private final Set<String> folded = new HashSet<>();

  /**
   * Finds the files of a results folder.
   *
   * @param more further files, such as scenarios, which are kept below {@code inputs/}
   * @throws UsageException if there are too many or too large ones, or some that are no files
   */
  public PackWriter(ResultsFolder folder, List<Path> more) {
    this.folder = folder.path();
    addFolder();
    for (Path file : more) {
      UsageException.unless(Files.isRegularFile(file), "%s: no such file", file);
      add(INPUTS + file.getFileName(), file);
    }
    long bytes = files.values().stream().mapToLong(PackWriter::size).sum();
    UsageException.unless(
        files.size() <= PackLimits.FILES - 2 && bytes <= PackLimits.BYTES,
        "%s: %d files of %d MiB, which is more than a pack may hold (%d files, %d MiB)",
        this.folder,
        files.size(),
        bytes >> 20,
        PackLimits.FILES,
        PackLimits.BYTES >> 20);
  }

  /**
   * What came of it.
   *
   * @param files how many were packed
   * @param bytes of the archive
   * @param sha256 of the archive
   */
  public record Packed(int files, long bytes, String sha256) {}

  /**
   * Writes the archive; a file of the same name is replaced.
   *
   * @param version of the lab that packs
   */
  public Packed write(Path archive, String version) {
    HashManifest hashes = HashManifest.of(files);
    String crate = new ResearchCrate(folder, files, hashes, version).text();
    SortedMap<String, String> listed = new TreeMap<>(hashes.hashes());
    listed.put(ResearchCrate.FILE, Sha256.of(crate));
    Map<String, String> texts =
        Map.of(ResearchCrate.FILE, crate, HashManifest.FILE, new HashManifest(listed).text());
    Path draft = archive.resolveSibling(archive.getFileName() + ".tmp");
    TargetFile.writing(
        archive,
        () -> {
          try {
            write(draft, texts);
            return Files.move(draft, archive, ATOMIC_MOVE, REPLACE_EXISTING);
          } finally {
            Files.deleteIfExists(draft);
          }
        });
    return new Packed(files.size() + texts.size(), size(archive), Sha256.of(archive));
  }

  private void write(Path draft, Map<String, String> texts) throws IOException {
    SortedMap<String, Path> all = new TreeMap<>(files);
    texts.keySet().forEach(name -> all.put(name, draft));
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(draft));
        ZipOutputStream zip = new ZipOutputStream(file, UTF_8)) {
      for (Map.Entry<String, Path> each : all.entrySet()) {
        ZipEntry entry = new ZipEntry(each.getKey());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        String text = texts.get(each.getKey());
        if (text == null) {
          Files.copy(each.getValue(), zip);
        } else {
          zip.write(text.getBytes(UTF_8));
        }
        zip.closeEntry();
      }
    }
  }

  private void addFolder() {
    try (Stream<Path> tree = Files.walk(folder)) {
      tree.filter(each -> !Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
          .filter(each -> !each.endsWith(KeptSecrets.FILE))
          .forEach(each -> {
            UsageException.unless(
                Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS),
                "%s: a link or no regular file; a pack holds files alone",
                each);
            add(name(each), each);
          });
    } catch (IOException e) {
      throw FileFailure.reading(folder, e);
    }
  }

  private String name(Path file) {
    return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  private void add(String name, Path file) {
    PackLimits.checkName(folder, name);
    UsageException.unless(
        !List.of(HashManifest.FILE, ResearchCrate.FILE).contains(name),
        "%s: is part of an unpacked archive; pack the folder of the experiment",
        file);
    UsageException.unless(
        files.put(name, file) == null && folded.add(PackLimits.folded(name)),
        "%s: there is another file of this name; case does not tell files apart everywhere",
        file);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
  }
}
