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
   * latency:delay=200ms,jitter=50ms}. What it does not say has its usual value.
   *
   * @param options texts of parameters that the text does not give, by their options
   * @throws UsageException when there is no such fault, or a parameter cannot be used
   */
  public static Fault parse(String text, Map<String, String> options) {
    String[] parts = text.split(":", 2);
    FaultKind named =
        ALL.stream()
            .filter(kind -> kind.toString().equals(parts[0]))
            .findFirst()
            .orElseThrow(() ->
                new UsageException(
                    "unknown fault '%s': use %s"
                        .formatted(
                            parts[0],
                            ALL.stream().map(FaultKind::toString).collect(joining(", ")))));
    return named.with(parts.length == 1 ? Map.of() : named.settings(parts[1]), options);
  }

  private Map<String, String> settings(String text) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String setting : text.split(",", -1)) {
      String[] pair = setting.split("=", 2);
      UsageException.unless(
          pair.length == 2
              && parameters.stream().anyMatch(parameter -> parameter.name().equals(pair[0]))
              && settings.put(pair[0], pair[1]) == null,
          "--fault %s: '%s' is none of its parameters, or twice: use %s",
          this,
          setting,
          usual());
    }
    return settings;
  }

  private Fault with(Map<String, String> settings, Map<String, String> options) {
    try {
      Object[] values =
          parameters.stream().map(parameter -> parameter.value(this, settings, options)).toArray();
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
        : parameters.stream().map(Object::toString).collect(joining(",", this + ":", ""));
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
