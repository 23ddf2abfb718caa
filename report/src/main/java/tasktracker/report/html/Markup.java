package tasktracker.report.html;

import tasktracker.report.VisibleText;

/** HTML as it grows: tags as they are, texts escaped. */
final class Markup {

  private final StringBuilder html = new StringBuilder();

  /** Adds markup that this package wrote itself. */
  Markup raw(String markup) {
    html.append(markup);
    return this;
  }

  /** Adds text from anywhere. */
  Markup text(String text) {
    html.append(escape(text));
    return this;
  }

  /** Adds an element that holds text alone. */
  Markup element(String name, String type, String text) {
    return raw("<" + name + (type == null ? "" : " class=\"" + type + "\"") + ">")
        .text(text)
        .raw("</" + name + ">\n");
  }

  /** Spells the characters that mean something in HTML, and shows control characters. */
  static String escape(String text) {
    return VisibleText.lines(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return html.toString();
  }
}
