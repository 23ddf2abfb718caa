package tasktracker.ui.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import tasktracker.ui.refusal.RefusalException;

/**
 * The commands that start experiments, read from the command line's own model: their forms, and the
 * words of a command from what was filled in. Thread-safe.
 */
public final class CommandForms {
  /** In the order in which people want to see them. */
  private static final List<String> COMMANDS =
      List.of("sweep", "versus", "failure", "capacity", "scaled-comparison", "load", "run");

  /** Where results go is decided here; the others are of the terminal. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "--outdir",
          "--resume",
          "--json",
          "--no-color",
          "--verbose",
          "--help",
          "--version",
          "--junit",
          "--fail-on-invalid",
          "--skip-health-check");

  /** What most people want to see, in this order. */
  private static final List<String> IMPORTANT =
      List.of(
          "--quick",
          "--arch",
          "--concurrency-levels",
          "--concurrency",
          "--users",
          "--rate",
          "--duration-seconds",
          "--duration",
          "--repeats",
          "--until-sure",
          "--scenario",
          "--slo",
          "--failure-mode",
          "--target-service",
          "--downtime",
          "--cpu-budget");

  private static final int LONGEST = 4_000;

  private final Supplier<CommandLine> commandLine;

  /**
   * The forms of a command line.
   *
   * @param commandLine makes another one each time, since parsing changes it
   */
  public CommandForms(Supplier<CommandLine> commandLine) {
    this.commandLine = commandLine;
  }

  /** A form for each command. */
  public List<CommandForm> all() {
    CommandLine all = commandLine.get();
    return COMMANDS.stream()
        .map(name -> all.getSubcommands().get(name))
        .map(command -> form(command.getCommandSpec()))
        .toList();
  }

  private static CommandForm form(CommandSpec command) {
    List<FormField> fields = new ArrayList<>();
    command.positionalParameters().stream().map(CommandForms::field).forEach(fields::add);
    offered(command).map(CommandForms::field).forEach(fields::add);
    List<String> footer = List.of(command.usageMessage().footer());
    return new CommandForm(
        command.name(),
        Stream.of(command.usageMessage().description())
            .map(CommandForms::plain)
            .filter(line -> !line.isBlank())
            .toList(),
        footer.stream()
            .map(CommandForms::plain)
            .map(String::strip)
            .filter(line -> line.startsWith("./tasktracker"))
            .toList(),
        fields);
  }

  private static Stream<OptionSpec> offered(CommandSpec command) {
    return command.options().stream()
        .filter(option -> !option.hidden() && !LEFT_OUT.contains(option.longestName()))
        .sorted(Comparator.comparingInt(CommandForms::rank));
  }

  private static int rank(OptionSpec option) {
    int rank = IMPORTANT.indexOf(option.longestName());
    return rank < 0 ? IMPORTANT.size() : rank;
  }

  private static FormField field(PositionalParamSpec parameter) {
    return field(parameter, parameter.paramLabel(), true);
  }

  private static FormField field(OptionSpec option) {
    return field(option, option.longestName(), IMPORTANT.contains(option.longestName()));
  }

  private static FormField field(ArgSpec spec, String name, boolean important) {
    List<String> choices = choices(spec);
    return new FormField(
        name,
        kind(spec, choices),
        spec.paramLabel(),
        help(spec),
        spec.defaultValue() == null ? "" : spec.defaultValue(),
        choices,
        spec.required() || (spec.isPositional() && spec.defaultValue() == null),
        spec.isPositional(),
        important || spec.required());
  }

  private static List<String> choices(ArgSpec spec) {
    Class<?> type = spec.type();
    return type.isEnum()
        ? Stream.of(type.getEnumConstants())
            .map(each -> String.valueOf(each).toLowerCase(Locale.ROOT))
            .toList()
        : List.of();
  }

  private static FormField.Kind kind(ArgSpec spec, List<String> choices) {
    if (spec.type() == boolean.class || spec.type() == Boolean.class) {
      return FormField.Kind.FLAG;
    }
    if (!choices.isEmpty()) {
      return FormField.Kind.CHOICE;
    }
    if (spec.isMultiValue() && (spec.splitRegex() == null || spec.splitRegex().isEmpty())) {
      return FormField.Kind.LINES;
    }
    return Set.of(int.class, long.class, Integer.class, Long.class, Double.class, double.class)
            .contains(spec.type())
        ? FormField.Kind.NUMBER
        : FormField.Kind.TEXT;
  }

  private static String help(ArgSpec spec) {
    String value = spec.defaultValue() == null ? "" : spec.defaultValue();
    return plain(String.join(" ", spec.description()).replace("${DEFAULT-VALUE}", value));
  }

  private static String plain(String text) {
    return text.replace("%%", "%").replace("%n", "");
  }

  /**
   * The words of a command, its name first, in the order of its help.
   *
   * @param values what was filled in, by the names of fields; flags are {@code true}. What is empty
   *     or the default is left out
   * @throws RefusalException when there is no such command or field
   */
  public List<String> words(String command, Map<String, String> values) {
    if (!COMMANDS.contains(command)) {
      throw RefusalException.wrong("There is no experiment %s".formatted(command));
    }
    CommandSpec spec = commandLine.get().getSubcommands().get(command).getCommandSpec();
    List<FormField> fields = form(spec).fields();
    for (String name : values.keySet()) {
      if (fields.stream().noneMatch(field -> field.name().equals(name))) {
        throw RefusalException.wrong("%s has no %s".formatted(command, name));
      }
    }
    List<String> words = new ArrayList<>(List.of(command));
    for (FormField field : fields) {
      String value = values.getOrDefault(field.name(), "").strip();
      if (value.length() > LONGEST) {
        throw RefusalException.wrong("%s: is too long".formatted(field.name()));
      }
      if (!value.isEmpty() && !value.equals(field.value())) {
        add(field, value, words);
      }
    }
    return words;
  }

  private static void add(FormField field, String value, List<String> words) {
    List<String> parts =
        field.kind() == FormField.Kind.LINES
            ? value.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()
            : List.of(value);
    for (String part : parts) {
      if (part.chars().anyMatch(Character::isISOControl)) {
        throw RefusalException.wrong("%s: holds control characters".formatted(field.name()));
      }
      if (field.positional()) {
        if (part.startsWith("-")) {
          throw RefusalException.wrong("%s: must not begin with -".formatted(field.name()));
        }
        words.add(part);
      } else if (field.kind() != FormField.Kind.FLAG) {
        words.add(field.name() + "=" + part);
      } else if (part.equals("true")) {
        words.add(field.name());
      }
    }
  }

  /** What the command line itself says against these words; empty where nothing. */
  public String problem(List<String> words) {
    try {
      commandLine.get().parseArgs(words.toArray(String[]::new));
      return "";
    } catch (ParameterException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
