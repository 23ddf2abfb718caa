package tasktracker.load.recording;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts exceptions of scenarios by their stack trace, as long as there are few: the first line of
 * a trace may be another one each time. What goes beyond is counted in one sum. Thread-safe.
 */
final class ErrorLog {
  private static final int MOST_TRACES = 100;

  private static final Comparator<ScenarioError> ORDER =
      Comparator.comparingLong(ScenarioError::count).reversed().thenComparing(ScenarioError::trace);

  private final ConcurrentHashMap<String, ScenarioError> errors = new ConcurrentHashMap<>();

  void add(Throwable error) {
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace));
    add(new ScenarioError(error.toString(), trace.toString(), 1));
  }

  void add(ScenarioError more) {
    boolean known = errors.containsKey(more.trace());
    ScenarioError counted =
        known || errors.size() < MOST_TRACES
            ? more
            : new ScenarioError(FailureLog.OTHERS, FailureLog.OTHERS, more.count());
    errors.merge(
        counted.trace(),
        counted,
        (old, one) -> new ScenarioError(old.message(), old.trace(), old.count() + one.count()));
  }

  List<ScenarioError> list() {
    return errors.values().stream().sorted(ORDER).toList();
  }
}
