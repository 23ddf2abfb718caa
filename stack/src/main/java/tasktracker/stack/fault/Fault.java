package tasktracker.stack.fault;

import java.time.Duration;

/**
 * What is done to a service, a database or the connections to it. A fault is in force from the
 * moment at which it has taken effect until its {@link #length} is over.
 */
public sealed interface Fault permits Restart, StopStart, Kill, Pause, CpuStarvation, LinkFault {

  /** Which one it is. */
  FaultKind kind();

  /** How long it stays in force before it is undone; zero if it is undone at once. */
  Duration length();

  /** What happens, as a sentence without its end: {@code the target is … }. */
  String sentence(String target);
}
