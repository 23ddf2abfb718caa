package tasktracker.experiments.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.function.Consumer;
import tasktracker.report.VisibleText;

/**
 * Where a command writes what people read: lines that stay, and, on a terminal, one line that is
 * written over and over. Control characters of names and messages are shown, never sent; the only
 * escape sequences that leave are those of {@link #bold}, {@link #faint}, {@link #red} and {@link
 * #green}. Not thread-safe.
 */
final class Terminal {
  private static final String CLEAR_LINE = "\r\u001b[K";

  /** Stands for the begin or end of a style until the text is written: no character of Unicode. */
  private static final String MARK = "\uFFFF";

  private static final Map<Character, String> STYLES =
      Map.of('0', "0", 'b', "1", 'f', "2", 'r', "31", 'g', "32");

  private final PrintStream out;
  private final boolean interactive;
  private final boolean color;
  private final Consumer<String> copy;
  private boolean statusShown;

  /**
   * A terminal.
   *
   * @param copy is given every line that stays, without styles
   */
  Terminal(PrintStream out, boolean interactive, boolean color, Consumer<String> copy) {
    this.copy = copy;
    this.out = out;
    this.interactive = interactive;
    this.color = color;
  }

  // JDK 25 gives no console when the output goes into a file, whatever the check says.
  @SuppressWarnings("SystemConsoleNull")
  static Terminal ofThisProcess(boolean noColor, Consumer<String> copy) {
    boolean interactive =
        System.console() != null && System.console().isTerminal() && !isDumb(System.getenv("TERM"));
    String refusal = System.getenv("NO_COLOR");
    boolean color = interactive && !noColor && (refusal == null || refusal.isEmpty());
    return new Terminal(System.out, interactive, color, copy);
  }

  /** A terminal that knows no escape sequences is written to like a log. */
  private static boolean isDumb(String kind) {
    return "dumb".equals(kind);
  }

  /** Whether text may have colours. */
  boolean color() {
    return color;
  }

  /** Whether someone watches; otherwise the output is a log. */
  boolean interactive() {
    return interactive;
  }

  /** Writes a line that stays. */
  void line(String text) {
    clearStatus();
    out.println(visible(text, false));
    out.flush();
    copy.accept(VisibleText.line(text.replaceAll(MARK + ".", "")));
  }

  /** Writes lines that stay, such as those of a log. */
  void lines(String text) {
    clearStatus();
    out.println(visible(text, true));
    out.flush();
    copy.accept(VisibleText.line(text.replaceAll(MARK + ".", "")));
  }

  /** Writes JSON, whose own escapes keep it harmless and for programs to read. */
  void json(String text) {
    clearStatus();
    out.println(VisibleText.lines(text));
    out.flush();
  }

  /** Shows a line until the next one; nothing where nobody watches. */
  void status(String text) {
    if (interactive) {
      out.print(CLEAR_LINE + visible(text, false));
      out.flush();
      statusShown = true;
    }
  }

  String bold(String text) {
    return styled('b', text);
  }

  String faint(String text) {
    return styled('f', text);
  }

  String red(String text) {
    return styled('r', text);
  }

  String green(String text) {
    return styled('g', text);
  }

  private String styled(char style, String text) {
    return color ? MARK + style + text.replace(MARK, "?") + MARK + '0' : text;
  }

  private String visible(String text, boolean severalLines) {
    StringBuilder visible = new StringBuilder();
    for (String part : text.split("(?=" + MARK + ")", -1)) {
      String style =
          color && part.length() > 1 && part.startsWith(MARK) ? STYLES.get(part.charAt(1)) : null;
      if (style != null) {
        visible.append("\u001b[").append(style).append('m');
      }
      String rest = style == null ? part : part.substring(2);
      visible.append(severalLines ? VisibleText.lines(rest) : VisibleText.line(rest));
    }
    return visible.toString();
  }

  private void clearStatus() {
    if (statusShown) {
      out.print(CLEAR_LINE);
      statusShown = false;
    }
  }
}
