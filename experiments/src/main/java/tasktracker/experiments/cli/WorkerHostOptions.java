package tasktracker.experiments.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import tasktracker.error.UsageException;
import tasktracker.experiments.WorkerHosts;

/** Workers on other hosts, as options. */
final class WorkerHostOptions {
  private static final String COMMENT = "#";

  @Option(
      names = "--on",
      paramLabel = "FILE",
      description =
          "Generate the load on other hosts: a file with HOST:PORT of a worker on each line, see"
              + " docs/workers.md.")
  private Path hosts;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "With --on: the file with the token of these workers.")
  private Path tokenFile;

  @Option(
      names = "--entry-host",
      paramLabel = "HOST",
      description =
          "With --on: this machine, as the workers reach it. What users call in a stack of the lab"
              + " then listens on all addresses of this machine.")
  private String entryHost;

  /**
   * The workers; empty where load is generated on this machine.
   *
   * @param most as many as are wanted, or null for all
   * @throws UsageException when there are no such workers, or no token
   */
  Optional<WorkerHosts> toHosts(Integer most) {
    UsageException.unless(
        hosts != null || tokenFile == null, "--token-file goes with --on: no worker is named");
    UsageException.unless(
        hosts != null || entryHost == null, "--entry-host goes with --on: no worker is named");
    if (hosts == null) {
      return Optional.empty();
    }
    UsageException.unless(
        tokenFile != null, "--token-file is missing: the file that the workers were started with");
    UsageException.unless(
        entryHost == null || entryHost.matches("[\\w.:-]+"),
        "--entry-host %s: use a name or an address",
        entryHost);
    List<String> listed = listed();
    UsageException.unless(
        most == null || (most >= 1 && most <= listed.size()),
        "--workers %s: %s names %s; use no more, or start others",
        most,
        hosts,
        listed.size());
    WorkerHosts workers =
        new WorkerHosts(
            listed.subList(0, most == null ? listed.size() : most),
            tokenFile.toAbsolutePath().normalize().toString(),
            entryHost);
    workers.token();
    return Optional.of(workers);
  }

  private List<String> listed() {
    List<String> lines = lines();
    List<String> listed = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith(COMMENT)) {
        String where = "%s, line %s".formatted(hosts, i + 1);
        ListenAddress.of(where, line);
        UsageException.unless(!listed.contains(line), "%s: %s is named twice", where, line);
        listed.add(line);
      }
    }
    UsageException.unless(
        !listed.isEmpty(), "--on %s: no worker is named; write HOST:PORT on a line", hosts);
    return listed;
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(hosts);
    } catch (IOException e) {
      throw new UsageException("--on %s: cannot be read as a text file".formatted(hosts), e);
    }
  }
}
