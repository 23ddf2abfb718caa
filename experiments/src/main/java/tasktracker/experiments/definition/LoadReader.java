package tasktracker.experiments.definition;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tasktracker.load.LoadPlan;
import tasktracker.load.model.Durations;
import tasktracker.load.model.ThinkTime;
import tasktracker.report.verdict.FolderAnalysis;
import tasktracker.results.foreign.ForeignFormat;
import tasktracker.results.foreign.ForeignFormats;

/** Reads how much load there is. */
final class LoadReader {
  static final String KEY = "load";
  private static final String COMMAND = "command";
  static final List<String> KEYS =
      List.of(
          "levels",
          "duration",
          "warmup",
          "warmup_limit",
          "spawn_rate",
          "think_time",
          "repeats",
          "until_sure",
          "precision",
          "confirm",
          "budget",
          "fresh_deployment",
          "seed",
          COMMAND,
          "format",
          "folder",
          "environment",
          "grace");

  /** The keys that say something of another load generator alone. */
  static final List<String> GENERATOR_KEYS = List.of("format", "folder", "environment", "grace");

  /** What the script of another load generator says itself. */
  private static final List<String> OWN_LOAD = List.of("spawn_rate", "think_time", "warmup_limit");

  static final List<String> FORMATS = ForeignFormats.ALL.stream().map(ForeignFormat::name).toList();

  static final List<String> FRESH_FOR = List.of("repetition", "run");

  private static final int MOST_REPEATS = 100;
  private static final int USUAL_REPEATS = 3;
  private static final int REPEATS_UNTIL_SURE = 10;
  private static final List<Integer> USUAL_LEVELS = List.of(10, 50, 200);
  private static final Duration USUAL_DURATION = Duration.ofSeconds(10);
  private static final Duration LEAST_WARM_UP = Duration.ofSeconds(3);
  private static final Duration USUAL_LIMIT = Duration.ofMinutes(2);
  private static final double USUAL_SPAWN_RATE = 100;
  private static final String AUTO = "auto";

  private static final Duration WARM_UP_ELSEWHERE = Duration.ofSeconds(10);
  private static final Duration USUAL_GRACE = Duration.ofMinutes(1);

  private final DefinitionSection load;
  private final Path folder;

  private LoadReader(DefinitionSection load, Path folder) {
    this.load = load;
    this.folder = folder;
  }

  static LoadDefinition read(DefinitionSection top, Path folder) {
    return new LoadReader(top.section(KEY, KEYS).orElseThrow(() -> top.missing(KEY)), folder)
        .read();
  }

  /** Whether another generator takes the place of the lab's own. */
  static boolean namesGenerator(DefinitionSection top) {
    return top.section(KEY, KEYS).filter(load -> load.has(COMMAND)).isPresent();
  }

  /** Null where the lab makes the load itself. */
  private GeneratorDefinition generator() {
    boolean elsewhere = load.has(COMMAND);
    for (String key : elsewhere ? OWN_LOAD : GENERATOR_KEYS) {
      if (load.has(key)) {
        throw load.mistakeOf(
            key,
            elsewhere ? "the command says that itself" : "goes with command: another generator");
      }
    }
    if (!elsewhere) {
      return null;
    }
    List<String> command = load.command(COMMAND);
    ForeignFormat format =
        load.word("format", FORMATS)
            .flatMap(ForeignFormats::named)
            .orElseThrow(() -> load.missing("format"));
    try {
      return new GeneratorDefinition(
          command,
          format,
          load.folder(folder),
          load.map("environment"),
          load.time("grace").orElse(USUAL_GRACE));
    } catch (IllegalArgumentException e) {
      throw load.mistakeOf(COMMAND, e.getMessage());
    }
  }

  private LoadDefinition read() {
    GeneratorDefinition generator = generator();
    List<Integer> levels = levels();
    boolean untilSure = load.flag("until_sure").orElse(false);
    int repeats =
        load.integer("repeats", untilSure ? FolderAnalysis.PAIRS_BEFORE_A_LOOK : 1, MOST_REPEATS)
            .orElse(untilSure ? REPEATS_UNTIL_SURE : USUAL_REPEATS);
    if (!untilSure) {
      for (String key : List.of("precision", "confirm", "budget")) {
        if (load.has(key)) {
          throw load.mistakeOf(key, "goes with until_sure: true");
        }
      }
    }
    return new LoadDefinition(
        levels,
        duration(),
        generator == null ? warmUp() : warmUpElsewhere(),
        load.number("spawn_rate", 0.1, LoadDefinition.MOST_USERS)
            .orElseGet(() -> Math.max(USUAL_SPAWN_RATE, Collections.max(levels))),
        load.value("think_time", text -> ThinkTime.parse(text).toString()).orElse(null),
        repeats,
        untilSure,
        load.share("precision").orElse(0.05),
        confirm(untilSure),
        load.time("budget").orElse(null),
        load.word("fresh_deployment", FRESH_FOR).equals(Optional.of("run")),
        load.integer("seed", 0, Integer.MAX_VALUE)
            .map(Integer::longValue)
            .orElse(LoadPlan.USUAL_SEED),
        generator);
  }

  private int confirm(boolean untilSure) {
    int confirm =
        load.integer("confirm", 0, MOST_REPEATS)
            .orElse(untilSure ? LoadDefinition.CONFIRM_UNTIL_SURE : 0);
    if (!LoadDefinition.mayConfirm(confirm)) {
      throw load.mistakeOf("confirm", "use 2 to 100, or 0 for none");
    }
    return confirm;
  }

  private List<Integer> levels() {
    if (!load.has("levels")) {
      return USUAL_LEVELS;
    }
    List<Integer> levels = load.integers("levels", 1, LoadDefinition.MOST_USERS);
    if (levels.isEmpty() || levels.stream().distinct().count() < levels.size()) {
      throw load.mistakeOf("levels", "name one level or more, each once");
    }
    return levels;
  }

  private Duration duration() {
    Duration duration = load.time("duration").orElse(USUAL_DURATION);
    if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
      throw load.mistakeOf("duration", "must be 1s or more");
    }
    return duration;
  }

  private LoadDefinition.WarmUpDefinition warmUp() {
    String text = load.text("warmup").orElse(AUTO);
    Duration limit = load.time("warmup_limit").orElse(USUAL_LIMIT);
    if (text.equals(AUTO)) {
      Duration least = limit.compareTo(LEAST_WARM_UP) < 0 ? limit : LEAST_WARM_UP;
      return new LoadDefinition.WarmUpDefinition(true, least, limit);
    }
    if (load.has("warmup_limit")) {
      throw load.mistakeOf("warmup_limit", "goes with warmup: auto");
    }
    Duration fixed = load.value("warmup", LoadReader::fixed).orElseThrow();
    return new LoadDefinition.WarmUpDefinition(false, fixed, fixed);
  }

  /** Its length is told to the generator before it begins. */
  private LoadDefinition.WarmUpDefinition warmUpElsewhere() {
    Duration fixed = load.value("warmup", LoadReader::fixedElsewhere).orElse(WARM_UP_ELSEWHERE);
    return new LoadDefinition.WarmUpDefinition(false, fixed, fixed);
  }

  private static Duration fixedElsewhere(String text) {
    if (text.equals(AUTO)) {
      throw new IllegalArgumentException(
          "auto cannot be had with command, which is told beforehand how long to run: use a time");
    }
    return Durations.parse(text);
  }

  private static Duration fixed(String text) {
    try {
      return Durations.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("use auto or a time: " + e.getMessage(), e);
    }
  }
}
