package tasktracker.experiments.definition;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tasktracker.load.http.TargetHost;
import tasktracker.load.http.TargetUrl;
import tasktracker.stack.Architecture;
import tasktracker.stack.ArchitectureCatalog;
import tasktracker.stack.docker.ComposeProject;
import tasktracker.stack.embedded.Signal;
import tasktracker.stack.system.MeasuredSystem;
import tasktracker.stack.system.UrlSystem;
import tasktracker.stack.system.command.CommandDescription;
import tasktracker.stack.system.command.CommandProcess;

/** Reads what is compared. */
final class SystemReader {
  static final List<String> URL_KEYS = List.of("url", "health");
  static final List<String> PROCESS_KEYS =
      List.of(
          "environment",
          "folder",
          "templates",
          "port",
          "health",
          "stop_signal",
          "stop_time",
          "start_time");
  static final List<String> COMMAND_KEYS = with(PROCESS_KEYS, "command", "replicas");
  static final List<String> PROCESSES_KEYS = List.of("processes", "entry");
  static final List<String> ONE_PROCESS_KEYS = with(PROCESS_KEYS, "run", "depends_on", "replicas");
  static final List<String> BUILT_IN_KEYS = List.of("built_in", "replicas");
  static final List<String> COMPOSE = List.of("compose");
  static final List<String> COMPOSE_KEYS =
      List.of(
          "files",
          "profiles",
          "env_file",
          "environment",
          "entry",
          "port",
          "health",
          "build",
          "start_time");
  static final List<String> BUILD_WORDS = List.of("auto", "never");
  static final List<String> KINDS = List.of("url", "command", "processes", "compose", "built_in");

  /** The name of the only process of a system. */
  static final String ONLY_PROCESS = "server";

  static final List<String> SIGNALS =
      List.of("TERM", "INT", "QUIT", "HUP", "USR1", "USR2", "WINCH");
  private static final String PROCESS_NAME = "[A-Za-z0-9_-]{1,60}";
  private static final int MOST_REPLICAS = 50;

  private final Path folder;

  SystemReader(Path folder) {
    this.folder = folder;
  }

  private static List<String> with(List<String> keys, String... more) {
    return Stream.concat(Stream.of(more), keys.stream()).toList();
  }

  List<SystemDefinition> read(DefinitionSection architectures) {
    List<SystemDefinition> systems = new ArrayList<>();
    for (String name : architectures.keys()) {
      if (!MeasuredSystem.isName(name)) {
        throw architectures.mistakeOf(name, "a name has 1 to 40 letters, digits, '.', '-' or '_'");
      }
      systems.add(system(name, architectures));
    }
    if (systems.isEmpty()) {
      throw architectures.mistake("name one system or more");
    }
    return systems;
  }

  private SystemDefinition system(String name, DefinitionSection architectures) {
    DefinitionSection any = architectures.section(name, null).orElseThrow();
    List<String> kinds = any.keys().stream().filter(KINDS::contains).toList();
    if (kinds.isEmpty()) {
      throw any.mistake(
          "needs one of %s%s"
              .formatted(
                  String.join(", ", KINDS),
                  any.keys().stream()
                      .map(key -> Spelling.question(key, KINDS))
                      .filter(question -> !question.isEmpty())
                      .findFirst()
                      .orElse("")));
    }
    if (kinds.size() > 1) {
      throw any.mistake("has both %s and %s: choose one".formatted(kinds.get(0), kinds.get(1)));
    }
    return switch (kinds.getFirst()) {
      case "url" -> url(name, architectures.section(name, URL_KEYS).orElseThrow());
      case "command" -> command(name, architectures.section(name, COMMAND_KEYS).orElseThrow());
      case "processes" ->
          processes(name, architectures.section(name, PROCESSES_KEYS).orElseThrow());
      case "compose" -> compose(name, architectures.section(name, COMPOSE).orElseThrow());
      default -> builtIn(name, architectures.section(name, BUILT_IN_KEYS).orElseThrow());
    };
  }

  private static SystemDefinition url(String name, DefinitionSection section) {
    URI url = section.value("url", SystemReader::url).orElseThrow();
    return new SystemDefinition.Running(
        section
            .value("health", SystemReader::path)
            .map(path -> new UrlSystem(name, url, UrlSystem.Check.HEALTH, path))
            .orElseGet(() -> new UrlSystem(name, url, UrlSystem.Check.ANSWER)));
  }

  /** Scheme, host and port: the paths are those of the workload, or of a generator's script. */
  private static URI url(String text) {
    try {
      return TargetUrl.ofHost(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'%s': %s".formatted(TargetHost.withoutUser(text), e.getMessage()), e);
    }
  }

  private static String path(String text) {
    if (!text.matches("/[\\x21-\\x7e]*")) {
      throw new IllegalArgumentException("'%s' is no path such as /health".formatted(text));
    }
    return text;
  }

  private SystemDefinition compose(String name, DefinitionSection architecture) {
    DefinitionSection section = architecture.section("compose", COMPOSE_KEYS).orElseThrow();
    List<Path> files =
        section.texts("files").stream()
            .map(file -> section.existing("files", file, folder))
            .toList();
    if (files.isEmpty()) {
      throw section.has("files")
          ? section.mistakeOf("files", "name one compose file or more")
          : section.missing("files");
    }
    return new SystemDefinition.Compose(
        new ComposeProject(
            name,
            files,
            section.texts("profiles"),
            section.text("env_file").map(file -> section.existing("env_file", file, folder)),
            section.map("environment"),
            section.requiredText("entry"),
            section.integer("port", 1, 65_535).orElseThrow(() -> section.missing("port")),
            section.value("health", SystemReader::path),
            section.word("build", BUILD_WORDS).map("auto"::equals).orElse(true)),
        section.time("start_time").orElse(Duration.ofMinutes(3)));
  }

  private SystemDefinition builtIn(String name, DefinitionSection section) {
    Architecture architecture =
        section.value("built_in", text -> ArchitectureCatalog.find(located(text))).orElseThrow();
    int replicas = section.integer("replicas", 1, MOST_REPLICAS).orElse(1);
    if (replicas > 1 && !architecture.scalable()) {
      throw section.mistakeOf("replicas", "nothing of it can run as several instances");
    }
    return new SystemDefinition.BuiltIn(name, architecture, replicas);
  }

  /** The path of a description, relative to the file, or a name as it is. */
  private String located(String nameOrFile) {
    return ArchitectureCatalog.BUILT_IN.contains(nameOrFile)
        ? nameOrFile
        : folder.resolve(nameOrFile).normalize().toString();
  }

  private SystemDefinition command(String name, DefinitionSection section) {
    CommandProcess process = process(ONLY_PROCESS, section, "command", List.of());
    return new SystemDefinition.Commands(
        section.placed(() -> new CommandDescription(name, ONLY_PROCESS, List.of(process))));
  }

  private SystemDefinition processes(String name, DefinitionSection section) {
    DefinitionSection all = section.section("processes", null).orElseThrow();
    List<CommandProcess> processes = new ArrayList<>();
    for (String each : all.keys()) {
      if (!each.matches(PROCESS_NAME)) {
        throw all.mistakeOf(each, "a name has 1 to 60 letters, digits, '-' or '_'");
      }
      DefinitionSection process = all.section(each, ONE_PROCESS_KEYS).orElseThrow();
      processes.add(process(each, process, "run", process.texts("depends_on")));
    }
    if (processes.isEmpty()) {
      throw all.mistake("name one process or more");
    }
    String entry =
        processes.size() == 1
            ? section.text("entry").orElse(processes.getFirst().name())
            : section.requiredText("entry");
    return new SystemDefinition.Commands(
        section.placed(() -> new CommandDescription(name, entry, processes)));
  }

  private CommandProcess process(
      String name, DefinitionSection section, String command, List<String> dependsOn) {
    Signal signal = section.word("stop_signal", SIGNALS).map(Signal::valueOf).orElse(Signal.TERM);
    return new CommandProcess(
        name,
        section.command(command),
        section.map("environment"),
        section.folder(folder),
        templates(section),
        section.integer("port", 1, 65_535).map(OptionalInt::of).orElseGet(OptionalInt::empty),
        section.value("health", SystemReader::path),
        signal,
        section.time("stop_time").orElse(Duration.ofSeconds(8)),
        section.time("start_time").orElse(Duration.ofSeconds(60)),
        dependsOn,
        section.integer("replicas", 1, MOST_REPLICAS).orElse(1));
  }

  /** By the names that they get: none that leads out of the folder of the process. */
  private Map<String, Path> templates(DefinitionSection section) {
    Map<String, Path> templates = new LinkedHashMap<>();
    section
        .section("templates", null)
        .ifPresent(names -> {
          for (String target : names.keys()) {
            if (target.startsWith("/") || List.of(target.split("/")).contains("..")) {
              throw names.mistakeOf(target, "must be a name below {data}, such as nginx.conf");
            }
            templates.put(target, names.existing(target, names.requiredText(target), folder));
          }
        });
    return templates;
  }
}
