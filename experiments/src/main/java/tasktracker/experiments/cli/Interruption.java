package tasktracker.experiments.cli;

import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Turns Ctrl-C and SIGTERM into a request, such as the interruption of one thread, to end in good
 * order; a second one ends the process at once. The JVM is not shutting down meanwhile: its own way
 * of ending would close the fonts before the last plot is drawn.
 */
final class Interruption implements AutoCloseable {
  private static final List<String> SIGNALS = List.of("INT", "TERM");
  private static final int INTERRUPTED = 130;

  private final Runnable stop;
  private final AtomicBoolean asked = new AtomicBoolean();
  private final Map<String, Object> replaced = new LinkedHashMap<>();

  private Interruption(Runnable stop) {
    this.stop = stop;
  }

  static Interruption ofThisThread() {
    return calling(Thread.currentThread()::interrupt);
  }

  /** Calls this, in a thread of its own, instead of interrupting one. */
  static Interruption calling(Runnable stop) {
    Interruption interruption = new Interruption(stop);
    Object handler = interruption.handler();
    SIGNALS.forEach(name -> interruption.replaced.put(name, handle(name, handler)));
    return interruption;
  }

  private void interrupt() {
    if (asked.getAndSet(true)) {
      System.exit(INTERRUPTED);
    }
    stop.run();
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
