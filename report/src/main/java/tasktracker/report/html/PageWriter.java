package tasktracker.report.html;

import java.util.List;

/** Writes a page: the frame around its blocks. */
final class PageWriter {

  private PageWriter() {}

  static String write(Page page) {
    Markup html = new Markup();
    html.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"")
        .raw(Assets.contentSecurityPolicy())
        .raw("\">\n<title>")
        .text(page.title() + " · " + page.kicker())
        .raw("</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>\n")
        .raw(Assets.STYLE)
        .raw("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#content\">Skip to content</a>\n")
        .raw("<header>\n")
        .element("p", "kicker", page.kicker())
        .element("h1", null, page.title())
        .raw("</header>\n<main id=\"content\">\n");
    BlockWriter blocks = new BlockWriter(html);
    page.lead().forEach(blocks::write);
    navigation(html, page.sections());
    for (Section section : page.sections()) {
      html.raw(
              "<section id=\""
                  + section.id()
                  + "\" aria-labelledby=\""
                  + section.id()
                  + "-title\">\n")
          .raw("<h2 id=\"" + section.id() + "-title\">")
          .text(section.title())
          .raw("</h2>\n");
      section.blocks().forEach(blocks::write);
      html.raw("</section>\n");
    }
    return html.raw("</main>\n<footer>")
        .text(page.footer())
        .raw("</footer>\n<script type=\"module\">")
        .raw(Assets.SCRIPT)
        .raw("</script>\n</body>\n</html>\n")
        .toString();
  }

  private static void navigation(Markup html, List<Section> sections) {
    html.raw("<nav aria-label=\"Sections\">\n<ul>\n");
    for (Section section : sections) {
      html.raw("<li><a href=\"#" + section.id() + "\">").text(section.title()).raw("</a></li>\n");
    }
    html.raw("</ul>\n</nav>\n");
  }
}
