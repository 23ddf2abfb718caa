package tasktracker.load.recording;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** Counts exceptions of scenarios by their stack trace. Thread-safe. */
final class ErrorLog {
  private static final Comparator<ScenarioError> ORDER =
      Comparator.comparingLong(ScenarioError::count).reversed().thenComparing(ScenarioError::trace);

  private final ConcurrentHashMap<String, ScenarioError> errors = new ConcurrentHashMap<>();

  void add(Throwable error) {
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace));
    add(new ScenarioError(error.toString(), trace.toString(), 1));
  }

  void add(ScenarioError more) {
    errors.merge(
        more.trace(),
        more,
        (known, one) ->
            new ScenarioError(known.message(), known.trace(), known.count() + one.count()));
  }

  List<ScenarioError> list() {
    return errors.values().stream().sorted(ORDER).toList();
  }
}
