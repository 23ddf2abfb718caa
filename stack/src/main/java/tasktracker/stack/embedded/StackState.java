package tasktracker.stack.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tasktracker.stack.Instance;

/**
 * The list of the processes of one stack, in a file that outlives the lab. The first line names the
 * owner, whose end ends the stack, or {@code detached}; each further line is an instance, its
 * process id first so that a shell script can read it. Not thread-safe.
 */
final class StackState {
  private static final String DETACHED = "detached";

  private final Path file;

  StackState(Path folder) {
    this.file = folder.resolve("processes");
  }

  record Content(Optional<StackOwner> owner, List<StackProcess> processes) {}

  Path file() {
    return file;
  }

  Optional<Content> read() {
    List<String> lines;
    try {
      lines = Files.exists(file) ? Files.readAllLines(file, UTF_8) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    String[] first = lines.getFirst().split(" ");
    Optional<StackOwner> owner =
        first[1].equals(DETACHED)
            ? Optional.empty()
            : Optional.of(
                new StackOwner(
                    Long.parseLong(first[1]), Instant.ofEpochMilli(Long.parseLong(first[2]))));
    List<StackProcess> processes = lines.stream().skip(1).map(StackState::parse).toList();
    return Optional.of(new Content(owner, processes));
  }

  /** Replaces the file as a whole, so that a reader never sees half of it. */
  void write(Content content) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "owner "
            + content
                .owner()
                .map(owner -> owner.pid() + " " + owner.started().toEpochMilli())
                .orElse(DETACHED));
    content.processes().forEach(process -> lines.add(format(process)));
    try {
      Files.createDirectories(file.getParent());
      Path next = file.resolveSibling("processes.next");
      Files.write(next, lines, UTF_8);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file, e);
    }
  }

  private static String format(StackProcess process) {
    Instance instance = process.instance();
    return "%d %s %d %d %s %s"
        .formatted(
            instance.pid(),
            instance.kind(),
            process.started().toEpochMilli(),
            instance.port(),
            instance.name(),
            instance.service());
  }

  private static StackProcess parse(String line) {
    String[] part = line.split(" ");
    return new StackProcess(
        new Instance(
            part[4],
            part[5],
            Instance.Kind.valueOf(part[1]),
            Integer.parseInt(part[3]),
            Long.parseLong(part[0])),
        Instant.ofEpochMilli(Long.parseLong(part[2])));
  }
}
