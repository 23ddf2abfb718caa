package tasktracker.experiments.definition;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Reads what is run around the measurements. */
final class HookReader {
  static final String KEY = "hooks";
  static final List<String> KEYS = List.of("setup", "prepare", "cleanup");
  static final List<String> COMMAND_KEYS = List.of("run", "time_limit", "folder", "environment");
  private static final Duration USUAL_LIMIT = Duration.ofMinutes(1);

  private final Path folder;

  private HookReader(Path folder) {
    this.folder = folder;
  }

  static Hooks read(DefinitionSection top, Path folder) {
    HookReader reader = new HookReader(folder);
    return top.section(KEY, KEYS)
        .map(hooks ->
            new Hooks(
                reader.hooks(hooks, "setup"),
                reader.hooks(hooks, "prepare"),
                reader.hooks(hooks, "cleanup")))
        .orElse(Hooks.NONE);
  }

  private List<Hook> hooks(DefinitionSection hooks, String key) {
    return hooks.commands(key, COMMAND_KEYS).stream().map(this::hook).toList();
  }

  private Hook hook(DefinitionSection section) {
    return new Hook(
        section.command("run"),
        section.time("time_limit").orElse(USUAL_LIMIT),
        section.folder(folder),
        section.map("environment"));
  }
}
