package tasktracker.experiments.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a page as one HTML file: readable on a phone, in the dark and on paper. */
public final class HtmlPage {
  private static final String STYLE = style();

  private HtmlPage() {}

  /** The whole document. */
  public static String of(Page page) {
    StringBuilder html = new StringBuilder();
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
    html.append("<title>").append(escape(page.title())).append("</title>\n");
    html.append("<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n<main>\n");
    html.append("<h1>").append(escape(page.title())).append("</h1>\n");
    page.verdict().forEach(sentence -> html.append(paragraph("verdict", sentence)));
    for (Page.Section section : page.sections()) {
      html.append("<section>\n<h2>").append(escape(section.heading())).append("</h2>\n");
      section.blocks().forEach(block -> html.append(block(block)));
      html.append("</section>\n");
    }
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private static String block(Block block) {
    return switch (block) {
      case Block.Paragraph paragraph -> paragraph("text", paragraph.text());
      case Block.Code code -> "<pre>" + escape(code.text()) + "</pre>\n";
      case Block.Table table -> table(table);
      case Block.Course course -> wide(CourseSvg.of(course.chart()));
      case Block.HeatMap map -> paragraph("text", map.caption()) + wide(HeatMapSvg.of(map));
    };
  }

  private static String paragraph(String kind, String text) {
    return "<p class=\"%s\">%s</p>\n".formatted(kind, escape(text));
  }

  private static String table(Block.Table table) {
    String rows =
        table.rows().stream().map(row -> row("td", row)).collect(Collectors.joining("\n"));
    return wide(
        "<table>\n<thead>%s</thead>\n<tbody>%s</tbody>\n</table>"
            .formatted(row("th", table.headings()), rows));
  }

  private static String row(String kind, List<String> cells) {
    String others =
        cells.stream()
            .skip(1)
            .map(cell -> "<%1$s>%2$s</%1$s>".formatted(kind, escape(cell)))
            .collect(Collectors.joining());
    return "<tr><th scope=\"row\">" + escape(cells.getFirst()) + "</th>" + others + "</tr>";
  }

  /** Scrolls by itself where the screen is narrower. */
  private static String wide(String content) {
    return "<div class=\"wide\">\n" + content + "\n</div>\n";
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String style() {
    try (InputStream in = HtmlPage.class.getResourceAsStream("page.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
