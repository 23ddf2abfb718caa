package tasktracker.stack.fault;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Map;
import tasktracker.error.UsageException;
import tasktracker.load.model.Durations;
import tasktracker.load.model.Percentage;

/** A parameter of a fault, as its record or {@link Fault} itself declares it. Immutable. */
public final class DeclaredParameter {
  private final RecordComponent component;
  private final FaultParameter declared;

  private DeclaredParameter(RecordComponent component, FaultParameter declared) {
    this.component = component;
    this.declared = declared;
  }

  static DeclaredParameter of(RecordComponent component) {
    FaultParameter own = component.getAccessor().getAnnotation(FaultParameter.class);
    try {
      return new DeclaredParameter(
          component,
          own != null
              ? own
              : Fault.class.getMethod(component.getName()).getAnnotation(FaultParameter.class));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(component + " is not declared", e);
    }
  }

  String name() {
    return component.getName();
  }

  /** Whether it is a time; else it is a share. */
  public boolean isTime() {
    return component.getType() == Duration.class;
  }

  /** The option of the command line that gives it as well; empty without one. */
  public String option() {
    return declared.option();
  }

  /** What it is, in a few words, with its usual value. */
  public String description() {
    return "%s (%s)".formatted(declared.meaning(), declared.usual());
  }

  String key() {
    return isTime() ? name() + "_seconds" : name();
  }

  Object of(Fault fault) {
    try {
      return component.getAccessor().invoke(fault);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  Object value(FaultKind kind, Map<String, String> given, Map<String, Object> options) {
    String text = given.get(name());
    Object value = text != null ? null : options.get(option());
    String where =
        text != null ? "--fault %s:%s=%s".formatted(kind, name(), text) : option() + " " + value;
    try {
      if (value == null) {
        value = parse(text != null ? text : declared.usual());
      }
    } catch (IllegalArgumentException e) {
      throw new UsageException(where + ": " + e.getMessage(), e);
    }
    boolean fits =
        number(value) >= number(parse(declared.least()))
            && number(value) <= number(parse(declared.most()));
    UsageException.unless(fits, "%s: use %s to %s", where, declared.least(), declared.most());
    return value;
  }

  private Object parse(String text) {
    return isTime() ? Durations.parseOrSeconds(text) : Percentage.parse(text).value();
  }

  private static double number(Object value) {
    return value instanceof Duration time ? time.toNanos() : (double) value;
  }

  /** With its usual value. */
  @Override
  public String toString() {
    return name() + "=" + declared.usual();
  }
}
