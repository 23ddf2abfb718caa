package tasktracker.stack.fault;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Map;
import tasktracker.error.UsageException;
import tasktracker.load.model.Durations;
import tasktracker.load.model.Percentage;

/**
 * A parameter of a fault, as its record or {@link Fault} itself declares it.
 *
 * @param name its name
 * @param isTime whether it is a time; else it is a share
 * @param option the option of the command line that gives it as well; empty without one
 */
public record DeclaredParameter(
    String name,
    boolean isTime,
    String option,
    RecordComponent component,
    FaultParameter declared) {

  static DeclaredParameter of(RecordComponent component) {
    try {
      FaultParameter own = component.getAccessor().getAnnotation(FaultParameter.class);
      FaultParameter declared =
          own != null
              ? own
              : Fault.class.getMethod(component.getName()).getAnnotation(FaultParameter.class);
      return new DeclaredParameter(
          component.getName(),
          component.getType() == Duration.class,
          declared.option(),
          component,
          declared);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(component + " is not declared", e);
    }
  }

  /** What it is, in a few words, with its usual value. */
  public String description() {
    return "%s (%s)".formatted(declared.meaning(), declared.usual());
  }

  String key() {
    return isTime ? name + "_seconds" : name;
  }

  Object of(Fault fault) {
    try {
      return component.getAccessor().invoke(fault);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  Object value(FaultKind kind, Map<String, String> settings, Map<String, String> options) {
    return settings.containsKey(name)
        ? value("--fault %s:%s=".formatted(kind, name), settings.get(name))
        : value(option + " ", options.getOrDefault(option, declared.usual()));
  }

  /**
   * What a text means.
   *
   * @param where the begin of the message about it
   * @throws UsageException when it means nothing, or what is out of range
   */
  public Object value(String where, String text) {
    try {
      Object value = parse(text);
      boolean fits =
          number(value) >= number(parse(declared.least()))
              && number(value) <= number(parse(declared.most()));
      UsageException.unless(
          fits, "%s%s: use %s to %s", where, text, declared.least(), declared.most());
      return value;
    } catch (IllegalArgumentException e) {
      throw new UsageException(where + text + ": " + e.getMessage(), e);
    }
  }

  private Object parse(String text) {
    return isTime ? Durations.parseOrSeconds(text) : (Object) Percentage.parse(text).value();
  }

  private static double number(Object value) {
    return value instanceof Duration time ? time.toNanos() : (double) value;
  }

  /** With its usual value. */
  @Override
  public String toString() {
    return name + "=" + declared.usual();
  }
}
