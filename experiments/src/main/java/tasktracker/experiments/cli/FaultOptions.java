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
import picocli.CommandLine.Spec;
import tasktracker.error.UsageException;
import tasktracker.load.model.Percentage;
import tasktracker.stack.fault.DeclaredParameter;
import tasktracker.stack.fault.Fault;
import tasktracker.stack.fault.FaultKind;

/** What is broken and how, as options; those of the faults themselves are as these declare them. */
final class FaultOptions {
  private static final String FAULT = "--fault";
  private static final String MODE = "--failure-mode";
  private static final Duration QUICK_DURATION = Duration.ofSeconds(5);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

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
    String names = FaultKind.ALL.stream().map(FaultKind::toString).collect(joining(", "));
    command.addOption(
        option(
            MODE,
            "FAULT",
            String.class,
            "The fault by its name (restart): "
                + names
                + ". The options below give its parameters."));
    command.addOption(
        option(
            FAULT,
            "FAULT",
            String.class,
            Stream.concat(
                    Stream.of("The same with parameters, here with the usual ones:"),
                    FaultKind.ALL.stream().map(kind -> kind.usual() + "  " + kind.effect()))
                .toArray(String[]::new)));
    parameters()
        .forEach((name, parameter) ->
            command.addOption(
                option(
                    name,
                    parameter.isTime() ? "TIME" : "PERCENT",
                    parameter.isTime() ? Duration.class : Percentage.class,
                    "For %s: %s."
                        .formatted(String.join(", ", kinds(name)), parameter.description()))));
  }

  private static OptionSpec option(
      String name, String label, Class<?> type, String... description) {
    return OptionSpec.builder(name).paramLabel(label).type(type).description(description).build();
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

  private static List<String> kinds(String option) {
    return FaultKind.ALL.stream()
        .filter(kind -> kind.parameters().stream().anyMatch(each -> each.option().equals(option)))
        .map(FaultKind::toString)
        .toList();
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
   * @throws UsageException when there is none of this name, or a parameter cannot be used
   */
  Fault fault(boolean quick) {
    String mode = command.findOption(MODE).getValue();
    String text = command.findOption(FAULT).getValue();
    UsageException.unless(text == null || mode == null, "%s and %s: choose one", FAULT, MODE);
    return FaultKind.parse(
        Objects.requireNonNullElse(text == null ? mode : text, "restart"), given(quick));
  }

  /** Every fault, with the parameters that are asked for. */
  List<Fault> all(boolean quick) {
    return FaultKind.ALL.stream().map(kind -> kind.with(given(quick))).toList();
  }

  private Map<String, Object> given(boolean quick) {
    Map<String, Object> given = new LinkedHashMap<>();
    if (quick) {
      given.put(FaultKind.DURATION_OPTION, QUICK_DURATION);
    }
    for (String option : parameters().keySet()) {
      Object value = command.findOption(option).getValue();
      if (value != null) {
        given.put(option, value instanceof Percentage share ? share.value() : value);
      }
    }
    return given;
  }

  int injections() {
    if (injections < 1 || injections > 100) {
      throw new UsageException("--injections %d: use 1 to 100".formatted(injections));
    }
    return injections;
  }

  Duration every() {
    return every;
  }
}
