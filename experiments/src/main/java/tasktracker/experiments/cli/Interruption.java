package tasktracker.experiments.cli;

import java.lang.reflect.Proxy;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns Ctrl-C and SIGTERM into a request, such as the interruption of one thread, to end in good
 * order; one more than there are requests ends the process at once. The JVM is not shutting down
 * meanwhile: its own way of ending would close the fonts before the last plot is drawn.
 */
final class Interruption implements AutoCloseable {
  private static final List<String> SIGNALS = List.of("INT", "TERM");

  /** The exit code of a command that was interrupted. */
  static final int EXIT_CODE = 130;

  private final Iterator<Runnable> stops;
  private final Map<String, Object> replaced = new LinkedHashMap<>();

  private Interruption(List<Runnable> stops) {
    this.stops = stops.iterator();
  }

  static Interruption ofThisThread() {
    return calling(Thread.currentThread()::interrupt);
  }

  /** Calls the next of these, each in a thread of its own, instead of interrupting one. */
  static Interruption calling(Runnable... stops) {
    Interruption interruption = new Interruption(List.of(stops));
    Object handler = interruption.handler();
    SIGNALS.forEach(name -> interruption.replaced.put(name, handle(name, handler)));
    return interruption;
  }

  private void interrupt() {
    Optional<Runnable> stop = next();
    if (stop.isEmpty()) {
      System.exit(EXIT_CODE);
    }
    stop.get().run();
  }

  private synchronized Optional<Runnable> next() {
    return stops.hasNext() ? Optional.of(stops.next()) : Optional.empty();
  }

  @Override
  public void close() {
    replaced.forEach(Interruption::handle);
  }

  /** By reflection: javac warns of any mention of these classes, and there are no others. */
  private Object handler() {
    Class<?> type = signalClass("SignalHandler");
    return Proxy.newProxyInstance(
        Interruption.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          Thread.ofPlatform().name("interruption").start(this::interrupt);
          return null;
        });
  }

  private static Object handle(String name, Object handler) {
    Class<?> signal = signalClass("Signal");
    try {
      return signal
          .getMethod("handle", signal, signalClass("SignalHandler"))
          .invoke(null, signal.getConstructor(String.class).newInstance(name), handler);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot handle signal " + name, e);
    }
  }

  private static Class<?> signalClass(String name) {
    try {
      return Class.forName("sun.misc." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("this JDK lacks the module jdk.unsupported", e);
    }
  }
}
