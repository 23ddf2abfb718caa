package tasktracker.experiments.report.page;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a page as Markdown, for a pull request or a wiki; pictures are left out. */
public final class MarkdownPage {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>|]");

  private MarkdownPage() {}

  /** The whole text. */
  public static String of(Page page) {
    StringBuilder text = new StringBuilder("# ").append(escape(page.title())).append("\n\n");
    page.verdict().forEach(sentence -> text.append(escape(sentence)).append("\n\n"));
    for (Page.Section section : page.sections()) {
      List<String> blocks = section.blocks().stream().flatMap(MarkdownPage::block).toList();
      if (!blocks.isEmpty()) {
        text.append("## ").append(escape(section.heading())).append("\n\n");
        blocks.forEach(block -> text.append(block).append("\n\n"));
      }
    }
    return text.toString().strip() + "\n";
  }

  private static Stream<String> block(Block block) {
    return switch (block) {
      case Block.Paragraph paragraph -> Stream.of(escape(paragraph.text()));
      case Block.Code code -> Stream.of("```sh\n" + code.text() + "\n```");
      case Block.Table table -> Stream.of(table(table));
      case Block.Course _, Block.HeatMap _ -> Stream.empty();
    };
  }

  private static String table(Block.Table table) {
    List<String> rule =
        Stream.concat(Stream.of("---"), table.headings().stream().skip(1).map(_ -> "---:"))
            .toList();
    return Stream.concat(
            Stream.of(row(escaped(table.headings())), row(rule)),
            table.rows().stream().map(cells -> row(escaped(cells))))
        .collect(Collectors.joining("\n"));
  }

  private static List<String> escaped(List<String> cells) {
    return cells.stream().map(MarkdownPage::escape).toList();
  }

  private static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String escape(String text) {
    return SPECIAL
        .matcher(text)
        .replaceAll(match -> "\\\\" + Matcher.quoteReplacement(match.group()));
  }
}
