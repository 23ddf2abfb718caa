package tasktracker.stack.fault;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a fault is called and does. On its record. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface FaultType {

  /** Its name in options and files. */
  String name();

  /** What happens, in a few words. */
  String effect();

  /** Whether the target answers nobody while it is in force. */
  boolean takesDown() default true;
}
