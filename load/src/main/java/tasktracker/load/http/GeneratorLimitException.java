package tasktracker.load.http;

import java.io.IOException;

/** This machine, not the server, does not let a connection be opened. The message says why. */
final class GeneratorLimitException extends IOException {
  private static final long serialVersionUID = 1L;

  private GeneratorLimitException(String message, IOException cause) {
    super(message, cause);
  }

  static GeneratorLimitException ofFiles(IOException cause) {
    return of(cause, GeneratorLimits.ofFiles());
  }

  static GeneratorLimitException ofPorts(IOException cause) {
    return of(cause, GeneratorLimits.ofPorts());
  }

  private static GeneratorLimitException of(IOException cause, String limit) {
    return new GeneratorLimitException("%s, %s".formatted(cause.getMessage(), limit), cause);
  }
}
