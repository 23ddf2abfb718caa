package tasktracker.experiments.definition;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An experiment to begin with, made of what is found: a compose file of the folder, and servers of
 * this machine that answer HTTP. Comments say what was found, and what is still to be filled in.
 */
public final class StarterFile {
  private static final int MOST_SERVERS = 4;

  private final Optional<ComposeGuess> compose;
  private final List<Integer> ports;
  private final List<String> lines = new ArrayList<>();

  private StarterFile(Optional<ComposeGuess> compose, List<Integer> ports) {
    this.compose = compose;
    this.ports = ports;
  }

  /**
   * The text for a folder.
   *
   * @param schema where the schema of such files is
   */
  public static String in(Path folder, Path schema) {
    return new StarterFile(ComposeGuess.in(folder), LocalServers.answering())
        .text(name(folder), schema);
  }

  /** The same for what would have been found. */
  static String of(Optional<ComposeGuess> compose, List<Integer> ports) {
    return new StarterFile(compose, ports).text("experiment", Path.of("experiment.schema.json"));
  }

  private static String name(Path folder) {
    Path last = folder.toAbsolutePath().normalize().getFileName();
    String name =
        (last == null ? "" : last.toString())
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9_-]", "-")
            .replaceFirst("^[_-]+", "");
    return name.isEmpty() ? "experiment" : name.substring(0, Math.min(40, name.length()));
  }

  private String text(String name, Path schema) {
    add("# yaml-language-server: $schema=" + schema);
    add(
        "# An experiment: ./tasktracker check experiment.yaml, then ./tasktracker run"
            + " experiment.yaml");
    add("# Every key is in docs/experiment.md.");
    add("name: " + name);
    add("");
    add("# What is compared; the first is what the others are compared with.");
    add("architectures:");
    compose.ifPresent(this::addCompose);
    ports.stream().limit(MOST_SERVERS).forEach(this::addServer);
    if (compose.isEmpty() && ports.isEmpty()) {
      add("  # Nothing here answers HTTP, and there is no compose file: fill in the URL of yours.");
      add("  before:");
      add("    url: http://localhost:8080/");
    }
    add("  # A system that the lab starts itself, on a port of its choice:");
    add("  # after:");
    add("  #   command: ./server --port {port}");
    add("  #   health: /");
    add("");
    add("# What each user does, over and over; see docs/scenarios.md.");
    add("workload:");
    add("  tasks:");
    add("    - name: Home");
    add("      path: /");
    add("");
    add("load:");
    add("  levels: [10, 50]         # numbers of users");
    add("  duration: 10s            # of each measurement");
    add("  warmup: auto             # until a system is warm, or a time");
    add("  think_time: 50ms-150ms   # pause of a user between two tasks");
    add("  repeats: 3               # or until_sure: true");
    add("");
    add("# slos: [\"p95<200ms\", \"error_rate<1%\"]");
    add("# hooks:");
    add("#   prepare: [./reset-data.sh]   # whenever a system is up, before its runs");
    add("# faults:");
    add("#   - {fault: kill, target: server}   # of what the lab starts itself");
    return String.join("\n", lines) + "\n";
  }

  private void addCompose(ComposeGuess guess) {
    add("  # Found: %s.".formatted(guess.file()));
    if (guess.entry().isEmpty()) {
      add(
          "  # Which service takes the requests, and on which port of its container? Fill that"
              + " in:");
      add("  # compose:");
      add(
          "  #   compose: {files: [%s], entry: SERVICE, port: 8080, health: /}"
              .formatted(guess.file()));
      if (ports.isEmpty()) {
        add("  # Until then this stands for it:");
        add("  before:");
        add("    url: http://localhost:8080/");
      }
      return;
    }
    add("  # It seems that its service %s takes the requests.".formatted(guess.entry().get()));
    add("  compose:");
    add("    compose:");
    add("      files: [%s]".formatted(guess.file()));
    add("      entry: \"%s\"".formatted(guess.entry().get().replaceAll("[\\\\\"]", "")));
    add("      port: %d               # in its container".formatted(guess.port().orElseThrow()));
    add("      # health: /health      # without it, its health check or any answer");
  }

  private void addServer(int port) {
    add("  # Found: answers HTTP at port %d.".formatted(port));
    add("  port_%d:".formatted(port));
    add("    url: http://localhost:%d/".formatted(port));
  }

  private void add(String line) {
    lines.add(line);
  }
}
