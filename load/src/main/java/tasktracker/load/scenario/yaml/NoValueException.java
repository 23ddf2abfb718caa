package tasktracker.load.scenario.yaml;

/** A request needs a variable that was not captured yet. Without a stack trace: it may be usual. */
final class NoValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoValueException(String variable) {
    super("${%s} has no value yet: nothing was captured".formatted(variable), null, false, false);
  }
}
