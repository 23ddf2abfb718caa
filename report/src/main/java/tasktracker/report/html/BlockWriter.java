package tasktracker.report.html;

import static tasktracker.report.html.Markup.escape;

import java.util.List;
import java.util.Locale;
import tasktracker.report.Chart;
import tasktracker.report.html.Table.Cell;
import tasktracker.report.html.Table.Column;

/** Writes blocks as HTML. */
final class BlockWriter {

  private final Markup html;

  BlockWriter(Markup html) {
    this.html = html;
  }

  void write(Block block) {
    switch (block) {
      case Block.Prose(String text) -> html.element("p", null, text);
      case Block.Lead(List<String> sentences) -> list("lead", sentences);
      case Block.Points(List<String> sentences) -> list("points", sentences);
      case Block.Matrix matrix -> matrix(matrix);
      case Block.Notice notice -> notice(notice);
      case Block.Figure figure -> figure(figure);
      case Block.Columns(List<Block> blocks) -> {
        html.raw("<div class=\"columns\">\n");
        blocks.forEach(this::write);
        html.raw("</div>\n");
      }
      case Block.Facts(List<Block.Fact> facts) -> facts(facts);
      case Block.Command(String text) ->
          html.raw("<pre tabindex=\"0\"><code>").text(text).raw("</code></pre>\n");
      case Block.Details(String summary, List<Block> blocks) -> {
        html.raw("<details>\n").element("summary", null, summary);
        blocks.forEach(this::write);
        html.raw("</details>\n");
      }
      case Block.HeatMap map ->
          html.element("p", null, map.caption())
              .raw("<div class=\"heat\" tabindex=\"0\">\n")
              .raw(HeatMapSvg.of(map))
              .raw("</div>\n");
      case Table table -> table(table);
    }
  }

  private void list(String type, List<String> items) {
    if (!items.isEmpty()) {
      html.raw("<ul class=\"" + type + "\">\n");
      items.forEach(item -> html.element("li", null, item));
      html.raw("</ul>\n");
    }
  }

  private void matrix(Block.Matrix matrix) {
    html.raw("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")
        .text(matrix.headings().getFirst())
        .raw("\">\n<table class=\"matrix\">\n<thead><tr>");
    matrix.headings().forEach(heading -> html.raw("<th scope=\"col\">").text(heading).raw("</th>"));
    html.raw("</tr></thead>\n<tbody>\n");
    for (Block.MatrixRow row : matrix.rows()) {
      html.raw("<tr><th scope=\"row\">").text(row.name()).raw("</th>");
      for (Block.MatrixCell cell : row.cells()) {
        html.raw("<td class=\"" + lower(cell.tone()) + "\">")
            .raw(begin(cell.link()))
            .element("span", "value", cell.figure())
            .element("span", "word", cell.word())
            .raw(end(cell.link()))
            .raw("</td>");
      }
      html.raw("</tr>\n");
    }
    html.raw("</tbody></table></div>\n");
  }

  private void notice(Block.Notice notice) {
    html.raw("<div class=\"notice " + lower(notice.tone()) + "\">")
        .element("strong", null, notice.title());
    list("reasons", notice.lines());
    html.raw("</div>\n");
  }

  private void figure(Block.Figure figure) {
    Chart chart = figure.chart();
    html.raw("<figure>\n<figcaption>").element("h3", null, chart.title());
    if (!chart.subtitle().isBlank()) {
      html.element("p", "conditions", chart.subtitle());
    }
    if (figure.insight() != null) {
      html.element("p", "insight", figure.insight());
    }
    html.raw("</figcaption>\n<div class=\"plot\" data-chart><script type=\"application/json\">")
        .raw(ChartData.of(figure))
        .raw("</script></div>\n");
    list("notes", chart.notes());
    write(new Block.Details("Numbers", ChartNumbers.of(figure)));
    html.raw("</figure>\n");
  }

  private void facts(List<Block.Fact> facts) {
    html.raw("<dl class=\"facts\">\n");
    for (Block.Fact fact : facts) {
      html.element("dt", null, fact.name()).element("dd", null, fact.value());
    }
    html.raw("</dl>\n");
  }

  private void table(Table table) {
    html.raw("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")
        .text(table.caption())
        .raw("\">\n<table class=\"sortable\">\n")
        .element("caption", null, table.caption())
        .raw("<thead><tr>");
    for (Column column : table.columns()) {
      html.raw("<th scope=\"col\"" + number(column) + "><button type=\"button\">")
          .text(column.heading())
          .raw("</button></th>");
    }
    html.raw("</tr></thead>\n<tbody>\n");
    for (List<Cell> row : table.rows()) {
      html.raw("<tr>");
      for (int i = 0; i < row.size(); i++) {
        cell(row.get(i), table.columns().get(i), i == 0);
      }
      html.raw("</tr>\n");
    }
    html.raw("</tbody></table></div>\n");
  }

  private void cell(Cell cell, Column column, boolean first) {
    String element = first ? "th" : "td";
    String type =
        column.numeric()
            ? number(column)
            : cell.tone() == null ? "" : " class=\"" + lower(cell.tone()) + "\"";
    String order = cell.order() == null ? "" : " data-value=\"" + cell.order() + "\"";
    html.raw("<" + element + (first ? " scope=\"row\"" : "") + type + order + ">")
        .raw(begin(cell.link()))
        .raw(escape(cell.text()))
        .raw(end(cell.link()))
        .raw("</" + element + ">");
  }

  private static String begin(PageLink link) {
    return link == null ? "" : "<a href=\"" + escape(link.address()) + "\">";
  }

  private static String end(PageLink link) {
    return link == null ? "" : "</a>";
  }

  private static String number(Column column) {
    return column.numeric() ? " class=\"number\"" : "";
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
