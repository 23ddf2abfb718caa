package tasktracker.stack.fault;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tasktracker.error.UsageException;

/**
 * One of the faults that there are, as its record declares it: options, help, files and documents
 * take its name and parameters from here. Immutable.
 */
public final class FaultKind {
  /** The option that gives how long a fault is in force. */
  public static final String DURATION_OPTION = "--downtime";

  /** All that {@link Fault} permits, in its order. */
  public static final List<FaultKind> ALL = records(Fault.class).map(FaultKind::new).toList();

  private final Class<?> type;
  private final FaultType declared;
  private final List<DeclaredParameter> parameters;

  private FaultKind(Class<?> type) {
    this.type = type;
    this.declared = type.getAnnotation(FaultType.class);
    this.parameters = Arrays.stream(type.getRecordComponents()).map(DeclaredParameter::of).toList();
  }

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Arrays.stream(type.getPermittedSubclasses()).flatMap(FaultKind::records);
  }

  static FaultKind of(Class<? extends Fault> type) {
    return ALL.stream().filter(kind -> kind.type == type).findFirst().orElseThrow();
  }

  /**
   * The fault that a text names, with what it says of its parameters: {@code
   * latency:delay=200ms,jitter=50ms}.
   *
   * @param options values of parameters that the text does not give, by their options
   * @throws UsageException when there is no such fault, or a parameter cannot be used
   */
  public static Fault parse(String text, Map<String, Object> options) {
    String[] parts = text.split(":", 2);
    FaultKind named =
        ALL.stream()
            .filter(kind -> kind.toString().equals(parts[0]))
            .findFirst()
            .orElseThrow(() ->
                new UsageException("unknown fault '%s': use %s".formatted(parts[0], names())));
    return named.with(parts.length == 1 ? List.of() : List.of(parts[1].split(",", -1)), options);
  }

  private static String names() {
    return ALL.stream().map(FaultKind::toString).collect(joining(", "));
  }

  /**
   * The fault with parameters that options give, and else usual ones.
   *
   * @throws UsageException when one of them cannot be used
   */
  public Fault with(Map<String, Object> options) {
    return with(List.of(), options);
  }

  private Fault with(List<String> settings, Map<String, Object> options) {
    Map<String, String> given = new LinkedHashMap<>();
    for (String setting : settings) {
      String[] pair = setting.split("=", 2);
      boolean right =
          pair.length == 2
              && parameters.stream().anyMatch(parameter -> parameter.name().equals(pair[0]))
              && given.put(pair[0], pair[1]) == null;
      UsageException.unless(
          right,
          "--fault %s: '%s' is none of its parameters, or twice: use %s",
          this,
          setting,
          usual());
    }
    Object[] values =
        parameters.stream().map(parameter -> parameter.value(this, given, options)).toArray();
    try {
      return (Fault) type.getDeclaredConstructors()[0].newInstance(values);
    } catch (InvocationTargetException e) {
      throw new UsageException(this + ": " + e.getCause().getMessage(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  Map<String, Object> settings(Fault fault) {
    Map<String, Object> settings = new LinkedHashMap<>(Map.of("name", toString()));
    parameters.forEach(parameter -> settings.put(parameter.key(), parameter.of(fault)));
    return settings;
  }

  /** Its parameters in the order of their declaration. */
  public List<DeclaredParameter> parameters() {
    return parameters;
  }

  /** With its usual parameters, as {@link #parse} reads it. */
  public String usual() {
    return parameters.isEmpty()
        ? toString()
        : parameters.stream()
            .map(DeclaredParameter::toString)
            .collect(joining(",", this + ":", ""));
  }

  /** What happens, in a few words. */
  public String effect() {
    return declared.effect();
  }

  /** Whether the target answers nobody while it is in force. */
  public boolean takesDown() {
    return declared.takesDown();
  }

  /** Its name in options and files. */
  @Override
  public String toString() {
    return declared.name();
  }
}
