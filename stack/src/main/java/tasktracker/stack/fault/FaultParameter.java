package tasktracker.stack.fault;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter of a fault: a time, or a share from 0 to 1. On the component of its record. Values
 * are written as people give them, such as {@code 200ms} or {@code 20%}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface FaultParameter {

  /** What it is, in a few words. */
  String meaning();

  /** Its value where nobody gives one. */
  String usual();

  /** The smallest value. */
  String least() default "1ms";

  /** The largest value. */
  String most() default "24h";

  /** The option of the command line that gives it as well; empty without one. */
  String option() default "";
}
