package tasktracker.experiments.cli;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import tasktracker.error.UsageException;
import tasktracker.stack.fault.DeclaredParameter;
import tasktracker.stack.fault.Fault;
import tasktracker.stack.fault.FaultKind;

/** What is broken and how, as options; those of the faults themselves are as these declare them. */
final class FaultOptions {
  private static final String FAULT = "--fault";
  private static final String MODE = "--failure-mode";

  @Option(
      names = "--target-service",
      paramLabel = "NAME",
      defaultValue = "tasktracker_task_service",
      description = "The service or database to break (${DEFAULT-VALUE}).")
  private String target;

  @Option(
      names = "--instance",
      paramLabel = "N",
      defaultValue = "all",
      description = "The replica to break, from 1, or all (${DEFAULT-VALUE}).")
  private String instance;

  @Option(
      names = "--injections",
      paramLabel = "N",
      defaultValue = "1",
      description = "Number of injections (${DEFAULT-VALUE}).")
  private int injections;

  @Option(
      names = "--every",
      paramLabel = "TIME",
      defaultValue = "30s",
      description = "Interval between two injections (${DEFAULT-VALUE}).")
  private Duration every;

  /** Adds the options that choose a fault and give its parameters. */
  static void declare(CommandSpec command) {
    List<FaultKind> all = FaultKind.ALL;
    add(
        command,
        MODE,
        "FAULT",
        "The fault by its name (restart); other options give its parameters.");
    add(
        command,
        FAULT,
        "FAULT",
        Stream.concat(
                Stream.of("What is done, with parameters that are not the usual ones:"),
                all.stream().map(FaultOptions::help))
            .toArray(String[]::new));
    parameters()
        .forEach((option, parameter) ->
            add(
                command,
                option,
                parameter.isTime() ? "TIME" : "PERCENT",
                "For %s: %s."
                    .formatted(
                        all.stream()
                            .filter(kind ->
                                kind.parameters().stream()
                                    .anyMatch(each -> each.option().equals(option)))
                            .map(FaultKind::toString)
                            .collect(joining(", ")),
                        parameter.description())));
  }

  /** What it does, and the parameters that have no option of their own. */
  private static String help(FaultKind kind) {
    return kind.parameters().stream()
        .filter(parameter -> parameter.option().isEmpty())
        .map(parameter -> "; %s: %s".formatted(parameter.name(), parameter.description()))
        .collect(joining("", kind.usual() + "  " + kind.effect(), ""));
  }

  private static void add(CommandSpec command, String name, String label, String... description) {
    command.addOption(
        OptionSpec.builder(name)
            .paramLabel(label)
            .type(String.class)
            .description(
                Stream.of(description).map(line -> line.replace("%", "%%")).toArray(String[]::new))
            .build());
  }

  /** The parameters that have an option, by its name. */
  private static Map<String, DeclaredParameter> parameters() {
    Map<String, DeclaredParameter> parameters = new LinkedHashMap<>();
    FaultKind.ALL.stream()
        .flatMap(kind -> kind.parameters().stream())
        .filter(parameter -> !parameter.option().isEmpty())
        .forEach(parameter -> parameters.putIfAbsent(parameter.option(), parameter));
    return parameters;
  }

  String target() {
    return target;
  }

  String instance() {
    return instance;
  }

  /**
   * The fault that is asked for.
   *
   * @param command after it was parsed
   * @throws UsageException when there is none of this name, or a parameter cannot be used
   */
  Fault fault(CommandSpec command, boolean quick) {
    String mode = command.findOption(MODE).getValue();
    String text = command.findOption(FAULT).getValue();
    UsageException.unless(text == null || mode == null, "%s and %s: choose one", FAULT, MODE);
    return FaultKind.parse(
        Objects.requireNonNullElse(text == null ? mode : text, "restart"), given(command, quick));
  }

  /** Every fault, with the parameters that are asked for. */
  List<Fault> all(CommandSpec command, boolean quick) {
    return FaultKind.ALL.stream()
        .map(kind -> FaultKind.parse(kind.toString(), given(command, quick)))
        .toList();
  }

  private static Map<String, String> given(CommandSpec command, boolean quick) {
    Map<String, String> given = new LinkedHashMap<>();
    if (quick) {
      given.put("--downtime", "5s");
    }
    parameters()
        .forEach((option, parameter) -> {
          String text = command.findOption(option).getValue();
          if (text != null) {
            // Also where this fault has no such parameter.
            parameter.value(option + " ", text);
            given.put(option, text);
          }
        });
    return given;
  }

  int injections() {
    UsageException.unless(
        injections >= 1 && injections <= 100, "--injections %d: use 1 to 100", injections);
    return injections;
  }

  Duration every() {
    return every;
  }
}
