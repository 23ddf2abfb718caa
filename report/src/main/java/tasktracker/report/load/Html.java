package tasktracker.report.load;

import java.util.List;

/** Pieces of HTML. Whatever comes from a server or a user goes through {@link #escape}. */
final class Html {
  private Html() {}

  /** Text that is safe in elements and in quoted attributes. */
  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(isText(c) ? c : '\uFFFD');
      }
    }
    return out.toString();
  }

  static String paragraph(String text) {
    return "<p>" + escape(text) + "</p>\n";
  }

  /** The head of a table, in a frame that scrolls when the screen is narrow; plain text. */
  static String tableBegin(List<String> columns) {
    StringBuilder table = new StringBuilder("<div class=\"scroll\"><table><thead><tr>");
    columns.forEach(
        column -> table.append("<th scope=\"col\">").append(escape(column)).append("</th>"));
    return table.append("</tr></thead>\n<tbody>\n").toString();
  }

  static String tableEnd() {
    return "</tbody></table></div>\n";
  }

  /** A row whose first cell is its head; plain text. */
  static String row(String head, List<String> cells) {
    StringBuilder row =
        new StringBuilder("<tr><th scope=\"row\">").append(escape(head)).append("</th>");
    cells.forEach(cell -> row.append("<td>").append(escape(cell)).append("</td>"));
    return row.append("</tr>\n").toString();
  }

  /** A name and what it stands for. */
  static String definition(String name, String value) {
    return "<dt>%s</dt><dd>%s</dd>\n".formatted(escape(name), escape(value));
  }

  private static boolean isText(char c) {
    return c >= ' ' || c == '\n' || c == '\t';
  }
}
