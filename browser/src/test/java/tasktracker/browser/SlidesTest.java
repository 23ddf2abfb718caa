package tasktracker.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFPictureShape;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.analysis.verdict.Overview;
import tasktracker.report.deck.Slide;
import tasktracker.report.failure.FailureSlides;
import tasktracker.report.sweep.SweepDeck;
import tasktracker.report.sweep.SweepFindings;

/** Reads the deck of slides with a library that did not write it. */
class SlidesTest {

  @TempDir Path folder;

  @Test
  void aDeckHasItsChartsItsNumbersAndItsMethod() throws Exception {
    SweepFindings findings = RecordedSweep.in(folder);
    Path file = folder.resolve("slides.pptx");
    List<Slide.Picture> failure = FailureSlides.of(RecordedFailure.in(folder));

    SweepDeck.of(findings, failure).write(file);

    try (InputStream in = Files.newInputStream(file);
        XMLSlideShow show = new XMLSlideShow(in)) {
      assertThat(show.getSlides())
          .extracting(XSLFSlide::getTitle)
          .containsExactly(
              headline(findings),
              "Microservices compared with monolith",
              headline(findings),
              insight(findings, "p95 latency"),
              insight(findings, "throughput"),
              insight(findings, "requests per vCPU-second"),
              failure.getFirst().title(),
              failure.getLast().title(),
              "The numbers",
              "In words",
              "How it was measured");
      assertThat(show.getSlides().stream().flatMap(s -> shapes(s, XSLFPictureShape.class)))
          .hasSize(6)
          .allSatisfy(
              each -> assertThat(each.getPictureData().getContentType()).isEqualTo("image/png"));
      XSLFTable table = shapes(show.getSlides().get(8), XSLFTable.class).findFirst().orElseThrow();
      assertThat(table.getNumberOfRows()).isEqualTo(7);
      assertThat(table.getCell(6, 0).getText()).isEqualTo("microservices");
      assertThat(table.getCell(6, 1).getText()).isEqualTo("200");
    }
  }

  @Test
  void withoutAFailureItsChartsAreLeftOutAndThatIsSaid() throws Exception {
    Path file = folder.resolve("new/slides.pptx");

    SweepDeck.of(RecordedSweep.in(folder), List.of()).write(file);

    try (InputStream in = Files.newInputStream(file);
        XMLSlideShow show = new XMLSlideShow(in)) {
      assertThat(show.getSlides()).hasSize(9);
      assertThat(shapes(show.getSlides().getLast(), XSLFTextShape.class))
          .extracting(XSLFTextShape::getText)
          .last()
          .asString()
          .contains("no such results were given");
    }
  }

  private static String headline(SweepFindings findings) {
    return Overview.of(findings.analysis()).headlines().getFirst();
  }

  private static String insight(SweepFindings findings, String metric) {
    return findings.analysis().insights().entrySet().stream()
        .filter(each -> each.getKey().label().equals(metric))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  private static <T extends XSLFShape> Stream<T> shapes(XSLFSlide slide, Class<T> type) {
    return slide.getShapes().stream().filter(type::isInstance).map(type::cast);
  }
}
