package tasktracker.report;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * GitHub's Markdown as it grows. Every text may be a name or a setting of anybody, so that it stays
 * text: within a line, within a cell, within a block of code.
 */
public final class Markdown {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>|#~&]");

  /** What would begin a list, a heading or a rule at the begin of a line. */
  private static final Pattern BEGIN = Pattern.compile("^(?:[-+=]|(\\d+)(?=[.)]))");

  private static final Pattern FENCE = Pattern.compile("`{3,}");

  private final List<String> lines = new ArrayList<>();

  /** A heading of this level, from 1. */
  public Markdown heading(int level, String text) {
    lines.add("#".repeat(level) + " " + escape(text));
    return blank();
  }

  /** A paragraph. */
  public Markdown paragraph(String text) {
    lines.add(atBegin(text));
    return blank();
  }

  /** A paragraph in bold. */
  public Markdown strong(String text) {
    lines.add("**" + escape(text) + "**");
    return blank();
  }

  /** A list. */
  public Markdown list(List<String> items) {
    items.forEach(item -> lines.add("- " + atBegin(item)));
    return blank();
  }

  /** A table. */
  public Markdown table(List<String> headings, List<List<String>> rows) {
    lines.add(row(headings));
    lines.add(headings.stream().map(_ -> "---").collect(joining(" | ", "| ", " |")));
    rows.forEach(row -> lines.add(row(row)));
    return blank();
  }

  /** A block of code, in a frame that nothing in it can end. */
  public Markdown code(String language, List<String> code) {
    int longest =
        FENCE
            .matcher(String.join("\n", code))
            .results()
            .mapToInt(run -> run.end() - run.start())
            .max()
            .orElse(2);
    String fence = "`".repeat(longest + 1);
    lines.add(fence + language);
    code.forEach(line -> lines.add(VisibleText.lines(line)));
    lines.add(fence);
    return this;
  }

  private Markdown blank() {
    lines.add("");
    return this;
  }

  private static String row(List<String> cells) {
    return cells.stream().map(Markdown::escape).collect(joining(" | ", "| ", " |"));
  }

  private static String atBegin(String text) {
    Matcher begin = BEGIN.matcher(text);
    if (!begin.find()) {
      return escape(text);
    }
    String number = begin.group(1);
    return number == null
        ? "\\" + escape(text)
        : number + "\\" + escape(text.substring(number.length()));
  }

  private static String escape(String text) {
    return VisibleText.line(SPECIAL.matcher(text).replaceAll("\\\\$0").replaceAll("\\R", " "));
  }

  /** The text, which ends with a line end. */
  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
