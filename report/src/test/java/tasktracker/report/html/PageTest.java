package tasktracker.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tasktracker.report.Chart;
import tasktracker.report.html.Table.Cell;
import tasktracker.report.html.Table.Column;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PageTest {

  private static final String HOSTILE = "</script><script>alert('1')</script><!-- & \"";

  @Test
  void escapesTextsWhereverTheyStand() {
    String html =
        page(
                new Block.Prose(HOSTILE),
                new Block.Lead(List.of(HOSTILE)),
                new Block.Matrix(
                    List.of(HOSTILE),
                    List.of(
                        new Block.MatrixRow(
                            HOSTILE,
                            List.of(new Block.MatrixCell(HOSTILE, HOSTILE, Block.Tone.GOOD))))),
                new Block.Notice(Block.Tone.PROBLEM, HOSTILE, List.of(HOSTILE)),
                new Block.Facts(List.of(new Block.Fact(HOSTILE, HOSTILE))),
                new Block.Command(HOSTILE),
                new Block.Details(HOSTILE, List.of(new Block.Prose(HOSTILE))),
                new Block.Figure(chart(HOSTILE, new Chart.Point(1, 2)), Block.Axis.USERS),
                new Table(
                    HOSTILE,
                    List.of(Column.words(HOSTILE), Column.words("")),
                    List.of(List.of(Cell.of(HOSTILE), Cell.of(HOSTILE)))))
            .toHtml();

    assertThat(html).doesNotContain("<script>alert", "<!--");
    assertThat(html.split("</script>", -1)).hasSize(3);
  }

  @Test
  void chartsAreEmbeddedAsTheyAre() {
    String name = HOSTILE;

    JsonNode data =
        data(chart(name, new Chart.Point(10, 2.5, 2, 3), new Chart.Point(20, Double.NaN)));

    JsonNode line = data.at("/panels/0/lines/0");
    assertThat(line.path("name").asString()).isEqualTo(name);
    assertThat(line.path("points").toString()).isEqualTo("[[10.0,2.5,2.0,3.0],[20.0,null]]");
  }

  @Test
  void chartsHaveTheirNumbersAsATable() {
    String html =
        page(new Block.Figure(
                chart("monolith", new Chart.Point(10, 2.5, 2, 3), new Chart.Point(20, Double.NaN)),
                Block.Axis.USERS))
            .toHtml();

    assertThat(html)
        .contains("<tr><th scope=\"row\" class=\"number\" data-value=\"10.0\">10</th>")
        .contains("data-value=\"2.5\">2.50 [2–3]</td>")
        .contains("<td class=\"number\">N/A</td>");
  }

  @Test
  void loadsNothingAndRunsItsOwnScriptAlone() throws Exception {
    String html = page(new Block.Prose("text")).toHtml();

    Matcher script =
        Pattern.compile("<script type=\"module\">(.*?)</script>", Pattern.DOTALL).matcher(html);
    assertThat(script.find()).isTrue();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.group(1).getBytes(UTF_8));
    assertThat(html)
        .contains(
            "default-src 'none'",
            "script-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    assertThat(html).doesNotContainPattern("(?:src|href)=\"(?!#|data:)");
  }

  @Test
  void everySectionIsInTheNavigation() {
    Page page =
        new Page(
            "kicker",
            "title",
            List.of(),
            List.of(new Section("all-runs", "All runs", List.of())),
            "footer");

    assertThat(page.toHtml())
        .contains("<a href=\"#all-runs\">All runs</a>", "<section id=\"all-runs\"");
    assertThatThrownBy(() -> new Section("All runs", "All runs", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesRowsThatDoNotFitTheHeadings() {
    List<List<Cell>> rows = List.of(List.of(Cell.of("one"), Cell.of("two")));

    assertThatThrownBy(() -> new Table("Runs", List.of(Column.words("one")), rows))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Runs: a row of 2 cells, not 1");
  }

  private static Page page(Block... blocks) {
    return new Page(
        HOSTILE, HOSTILE, List.of(blocks), List.of(new Section("s", HOSTILE, List.of())), HOSTILE);
  }

  private static Chart chart(String name, Chart.Point... points) {
    return new Chart(
        name,
        name,
        name,
        List.of(
            new Chart.Panel(
                name,
                1,
                List.of(new Chart.Line(name, List.of(points), List.of())),
                List.of(),
                List.of(new Chart.Span(1, 2, name)))),
        List.of(name));
  }

  private static JsonNode data(Chart chart) {
    String json = ChartData.of(new Block.Figure(chart, Block.Axis.USERS));
    assertThat(json).doesNotContain("<");
    return JsonMapper.shared().readTree(json);
  }
}
