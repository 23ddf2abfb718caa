package tasktracker.stack.fault;

import java.time.Instant;
import java.util.List;

/** Is told how an injection goes, by the thread that carries it out. It must not throw. */
public interface InjectionListener {
  /** Listens to nothing. */
  InjectionListener NONE = new InjectionListener() {};

  /** The fault is in force. */
  default void effective(List<String> instances, Instant at) {}

  /** The lab has taken it back. */
  default void undone(Instant at) {}
}
