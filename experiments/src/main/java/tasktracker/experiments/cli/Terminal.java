package tasktracker.experiments.cli;

import java.io.PrintStream;

/**
 * Where a command writes what people read: lines that stay, and, on a terminal, one line that is
 * written over and over. Not thread-safe.
 */
final class Terminal {
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean interactive;
  private final boolean color;
  private boolean statusShown;

  Terminal(PrintStream out, boolean interactive, boolean color) {
    this.out = out;
    this.interactive = interactive;
    this.color = color;
  }

  // JDK 25 gives no console when the output goes into a file, whatever the check says.
  @SuppressWarnings("SystemConsoleNull")
  static Terminal ofThisProcess(boolean noColor) {
    boolean interactive = System.console() != null && System.console().isTerminal();
    String refusal = System.getenv("NO_COLOR");
    boolean color = interactive && !noColor && (refusal == null || refusal.isEmpty());
    return new Terminal(System.out, interactive, color);
  }

  /** Whether someone watches; otherwise the output is a log. */
  boolean interactive() {
    return interactive;
  }

  /** Writes a line that stays. */
  void line(String text) {
    clearStatus();
    out.println(text);
    out.flush();
  }

  /** Shows a line until the next one; nothing where nobody watches. */
  void status(String text) {
    if (interactive) {
      out.print(CLEAR_LINE + text);
      out.flush();
      statusShown = true;
    }
  }

  String bold(String text) {
    return styled("1", text);
  }

  String faint(String text) {
    return styled("2", text);
  }

  String red(String text) {
    return styled("31", text);
  }

  private String styled(String code, String text) {
    return color ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  private void clearStatus() {
    if (statusShown) {
      out.print(CLEAR_LINE);
      statusShown = false;
    }
  }
}
