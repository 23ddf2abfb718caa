package tasktracker.report.deck;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The parts of a presentation and how they refer to each other. What is the same in every deck,
 * master, layout and theme, lies beside this class as it goes into the file.
 */
final class PresentationPackage {

  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PARTS =
      "application/vnd.openxmlformats-officedocument.presentationml.";

  /** The earliest time that a ZIP file can hold, so that equal decks are equal files. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Deck deck;
  private final ZipOutputStream zip;

  private PresentationPackage(Deck deck, ZipOutputStream zip) {
    this.deck = deck;
    this.zip = zip;
  }

  static void write(Deck deck, OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      new PresentationPackage(deck, zip).write();
    }
  }

  private void write() throws IOException {
    part("[Content_Types].xml", contentTypes());
    part(
        "_rels/.rels",
        relationships(
            List.of(
                new Relationship("officeDocument", "ppt/presentation.xml"),
                new Relationship("extended-properties", "docProps/app.xml")),
            "<Relationship Id=\"core\" Type=\"http://schemas.openxmlformats.org/package/2006/"
                + "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"));
    part(
        "docProps/core.xml",
        resource("core.xml").replace("{{title}}", SlideXml.escape(deck.title())));
    part("docProps/app.xml", resource("app.xml"));
    part("ppt/presentation.xml", presentation());
    part("ppt/_rels/presentation.xml.rels", relationships(presentationParts(), ""));
    part("ppt/theme/theme1.xml", resource("theme.xml"));
    part("ppt/slideMasters/slideMaster1.xml", resource("master.xml"));
    part(
        "ppt/slideMasters/_rels/slideMaster1.xml.rels",
        relationships(
            List.of(
                new Relationship("slideLayout", "../slideLayouts/slideLayout1.xml"),
                new Relationship("theme", "../theme/theme1.xml")),
            ""));
    part("ppt/slideLayouts/slideLayout1.xml", resource("layout.xml"));
    part(
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
        relationships(
            List.of(new Relationship("slideMaster", "../slideMasters/slideMaster1.xml")), ""));
    for (int i = 0; i < deck.slides().size(); i++) {
      slide(i + 1, deck.slides().get(i));
    }
  }

  private void slide(int number, Slide slide) throws IOException {
    part("ppt/slides/slide%d.xml".formatted(number), HEAD + SlideXml.of(slide));
    Relationship layout = new Relationship("slideLayout", "../slideLayouts/slideLayout1.xml");
    boolean picture = slide instanceof Slide.Picture;
    part(
        "ppt/slides/_rels/slide%d.xml.rels".formatted(number),
        relationships(
            picture
                ? List.of(
                    layout, new Relationship("image", "../media/image%d.png".formatted(number)))
                : List.of(layout),
            ""));
    if (slide instanceof Slide.Picture(_, byte[] png, _)) {
      part("ppt/media/image%d.png".formatted(number), png);
    }
  }

  private List<Relationship> presentationParts() {
    List<Relationship> parts =
        new ArrayList<>(
            List.of(
                new Relationship("slideMaster", "slideMasters/slideMaster1.xml"),
                new Relationship("theme", "theme/theme1.xml")));
    IntStream.rangeClosed(1, deck.slides().size())
        .mapToObj(i -> new Relationship("slide", "slides/slide%d.xml".formatted(i)))
        .forEach(parts::add);
    return parts;
  }

  private String presentation() {
    int before = presentationParts().size() - deck.slides().size();
    return resource("presentation.xml")
        .replace(
            "{{slides}}",
            IntStream.rangeClosed(1, deck.slides().size())
                .mapToObj(i -> "<p:sldId id=\"%d\" r:id=\"rId%d\"/>".formatted(255 + i, before + i))
                .collect(Collectors.joining()));
  }

  private String contentTypes() {
    String slides =
        IntStream.rangeClosed(1, deck.slides().size())
            .mapToObj(i -> override("/ppt/slides/slide%d.xml".formatted(i), PARTS + "slide+xml"))
            .collect(Collectors.joining());
    return HEAD
        + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Default Extension=\"png\" ContentType=\"image/png\"/>"
        + override("/ppt/presentation.xml", PARTS + "presentation.main+xml")
        + override("/ppt/slideMasters/slideMaster1.xml", PARTS + "slideMaster+xml")
        + override("/ppt/slideLayouts/slideLayout1.xml", PARTS + "slideLayout+xml")
        + override(
            "/ppt/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml")
        + override(
            "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
        + override(
            "/docProps/app.xml",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml")
        + slides
        + "</Types>";
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"%s\" ContentType=\"%s\"/>".formatted(part, type);
  }

  /** The list gets the names rId1, rId2 and so on. */
  private static String relationships(List<Relationship> list, String more) {
    return HEAD
        + "<Relationships xmlns=\"%s\">".formatted(RELATIONSHIPS)
        + IntStream.range(0, list.size())
            .mapToObj(i ->
                "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
                    .formatted(i + 1, OFFICE, list.get(i).type(), list.get(i).target()))
            .collect(Collectors.joining())
        + more
        + "</Relationships>";
  }

  private void part(String name, String xml) throws IOException {
    part(name, xml.getBytes(UTF_8));
  }

  private void part(String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static String resource(String name) {
    try (InputStream in = PresentationPackage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Relationship(String type, String target) {}
}
