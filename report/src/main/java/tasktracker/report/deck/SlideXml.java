package tasktracker.report.deck;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** A slide in PresentationML. Lengths are in EMU, 12 700 to a point. */
final class SlideXml {

  private static final long MARGIN = 610_000;
  private static final long WIDTH = 12_192_000 - 2 * MARGIN;
  private static final Box TITLE = new Box(MARGIN, 330_000, WIDTH, 1_010_000);
  private static final Box BODY = new Box(MARGIN, 1_480_000, WIDTH, 4_900_000);
  private static final long PICTURE_HEIGHT = 5_320_000;
  private static final Box PICTURE =
      new Box(
          (12_192_000 - PICTURE_HEIGHT * 16 / 9) / 2,
          1_390_000,
          PICTURE_HEIGHT * 16 / 9,
          PICTURE_HEIGHT);

  static final String INK = "222222";
  static final String FAINT = "5A5A5A";

  private SlideXml() {}

  static String of(Slide slide) {
    return """
    <p:sld xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
    xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cSld><p:spTree>\
    <p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>\
    <p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>\
    <a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>\
    """
        + switch (slide) {
          case Slide.Opening opening -> opening(opening);
          case Slide.Picture picture -> title(picture.title()) + picture(picture);
          case Slide.Numbers numbers -> title(numbers.title()) + TableXml.of(numbers, BODY);
          case Slide.Prose(String title, List<String> paragraphs) ->
              title(title) + text(3, "Text", BODY, paragraphs, bodySize(paragraphs), INK);
        }
        + "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>";
  }

  private static String opening(Slide.Opening slide) {
    return text(
            3,
            "Kicker",
            new Box(MARGIN, 620_000, WIDTH, 380_000),
            List.of(slide.kicker()),
            16,
            FAINT)
        + title(slide.title(), new Box(MARGIN, 1_000_000, WIDTH, 1_000_000), 40)
        + text(
            4,
            "Verdict",
            new Box(MARGIN, 2_250_000, WIDTH, 4_200_000),
            slide.sentences(),
            bodySize(slide.sentences()),
            INK);
  }

  private static String title(String text) {
    return title(
        text,
        TITLE,
        text.length() <= 90 ? 28 : text.length() <= 170 ? 22 : text.length() <= 260 ? 18 : 15);
  }

  private static String title(String text, Box box, int points) {
    return """
    <p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>\
    <p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr>%s</p:spPr>\
    <p:txBody><a:bodyPr lIns="0" rIns="0" anchor="ctr"><a:normAutofit/></a:bodyPr><a:lstStyle/>\
    %s</p:txBody></p:sp>\
    """
        .formatted(box.transform("a"), paragraph(text, points, INK, true, ""));
  }

  static String text(
      int id, String name, Box box, List<String> paragraphs, int points, String color) {
    return """
    <p:sp><p:nvSpPr><p:cNvPr id="%d" name="%s"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>\
    <p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>\
    <p:txBody><a:bodyPr wrap="square" lIns="0" rIns="0"><a:normAutofit/></a:bodyPr><a:lstStyle/>\
    %s</p:txBody></p:sp>\
    """
        .formatted(
            id,
            name,
            box.transform("a"),
            paragraphs.stream()
                .map(text -> paragraph(text, points, color, false, ""))
                .collect(joining()));
  }

  private static String picture(Slide.Picture slide) {
    return """
    <p:pic><p:nvPicPr><p:cNvPr id="3" name="Chart" descr="%s"/>\
    <p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>\
    <p:blipFill><a:blip r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>\
    <p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>\
    """
        .formatted(escape(slide.description()), PICTURE.transform("a"));
  }

  /** A paragraph of one run; {@code align} is empty or an alignment such as {@code r}. */
  static String paragraph(String text, int points, String color, boolean bold, String align) {
    String alignment = align.isEmpty() ? "" : " algn=\"" + align + "\"";
    return """
    <a:p><a:pPr marL="0" indent="0"%s><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>\
    <a:spcAft><a:spcPts val="%d"/></a:spcAft><a:buNone/></a:pPr>\
    <a:r><a:rPr lang="en-GB" sz="%d"%s dirty="0"><a:solidFill><a:srgbClr val="%s"/></a:solidFill>\
    </a:rPr><a:t>%s</a:t></a:r></a:p>\
    """
        .formatted(
            alignment,
            align.isEmpty() ? points * 50 : 0,
            points * 100,
            bold ? " b=\"1\"" : "",
            color,
            escape(text));
  }

  private static int bodySize(List<String> paragraphs) {
    int characters = paragraphs.stream().mapToInt(String::length).sum();
    return characters <= 700 ? 20 : characters <= 1100 ? 18 : characters <= 1800 ? 15 : 12;
  }

  /** Spells what means something in XML, and leaves out what may not be in it. */
  static String escape(String text) {
    return text.replaceAll(
            "[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /**
   * Where something lies.
   *
   * @param x from the left
   * @param y from the top
   * @param width to the right
   * @param height downwards
   */
  record Box(long x, long y, long width, long height) {

    String transform(String namespace) {
      return "<%1$s:xfrm><a:off x=\"%2$d\" y=\"%3$d\"/><a:ext cx=\"%4$d\" cy=\"%5$d\"/></%1$s:xfrm>"
          .formatted(namespace, x, y, width, height);
    }
  }
}
