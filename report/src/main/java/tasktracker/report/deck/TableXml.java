package tasktracker.report.deck;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;

/** A table in DrawingML: hairlines between rows, numbers flush right. */
final class TableXml {

  private static final int POINTS = 14;
  private static final int NOTE_POINTS = 12;
  private static final long NOTE_HEIGHT = 420_000;
  private static final long MOST_ROW_HEIGHT = 380_000;

  private TableXml() {}

  static String of(Slide.Numbers slide, SlideXml.Box box) {
    int columns = slide.headings().size();
    long height =
        Math.min(MOST_ROW_HEIGHT, (box.height() - NOTE_HEIGHT) / (slide.rows().size() + 1));
    String grid = "<a:gridCol w=\"%d\"/>".formatted(box.width() / columns).repeat(columns);
    String rows =
        row(slide.headings(), height, true)
            + slide.rows().stream().map(row -> row(row, height, false)).collect(joining());
    return """
    <p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="3" name="Numbers"/>\
    <p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>\
    </p:nvGraphicFramePr>%s<a:graphic>\
    <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">\
    <a:tbl><a:tblPr firstRow="1"/><a:tblGrid>%s</a:tblGrid>%s</a:tbl>\
    </a:graphicData></a:graphic></p:graphicFrame>\
    """
            .formatted(
                new SlideXml.Box(box.x(), box.y(), box.width(), height * (slide.rows().size() + 1))
                    .transform("p"),
                grid,
                rows)
        + note(slide.note(), box);
  }

  private static String row(List<String> cells, long height, boolean heading) {
    return "<a:tr h=\"%d\">".formatted(height)
        + IntStream.range(0, cells.size())
            .mapToObj(i -> cell(cells.get(i), i == 0 ? "l" : "r", heading))
            .collect(joining())
        + "</a:tr>";
  }

  private static String cell(String text, String align, boolean heading) {
    String none = "<a:%1$s w=\"0\"><a:noFill/></a:%1$s>";
    return "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>"
        + SlideXml.paragraph(text, POINTS, SlideXml.INK, heading, align)
        + "</a:txBody><a:tcPr marL=\"40000\" marR=\"40000\" marT=\"30000\" marB=\"30000\" anchor=\"ctr\">"
        + none.formatted("lnL")
        + none.formatted("lnR")
        + none.formatted("lnT")
        + "<a:lnB w=\"%d\"><a:solidFill><a:srgbClr val=\"%s\"/></a:solidFill></a:lnB>"
            .formatted(heading ? 12_700 : 6_350, heading ? "9A9A9A" : "E3E3E3")
        + "<a:noFill/></a:tcPr></a:tc>";
  }

  private static String note(String text, SlideXml.Box box) {
    if (text.isEmpty()) {
      return "";
    }
    SlideXml.Box below =
        new SlideXml.Box(box.x(), box.y() + box.height(), box.width(), NOTE_HEIGHT);
    return SlideXml.text(4, "Note", below, List.of(text), NOTE_POINTS, SlideXml.FAINT);
  }
}
