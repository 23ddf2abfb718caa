package tasktracker.report.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.GateJudgement;
import tasktracker.analysis.verdict.JudgedFigure;

class JUnitReportTest {
  @Test
  void hasACaseForEachJudgementAndSkipsWhatIsTooNoisy() throws Exception {
    Document report =
        parse(
            JUnitReport.of(
                "versus",
                List.of(
                    judgement(ComparedMetric.P95, JudgedFigure.Word.FAILED, "× 1.30 <more>"),
                    judgement(ComparedMetric.THROUGHPUT, JudgedFigure.Word.PASSED, "× 1.00"),
                    judgement(ComparedMetric.MEMORY, JudgedFigure.Word.NOT_JUDGED, "too noisy"))));

    Element suite = report.getDocumentElement();
    assertThat(suite.getAttribute("tests")).isEqualTo("3");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("skipped")).isEqualTo("1");
    Element failed = (Element) report.getElementsByTagName("testcase").item(0);
    assertThat(failed.getAttribute("name")).isEqualTo("p95 latency at 20 users");
    assertThat(failed.getAttribute("classname")).isEqualTo("after against before");
    Element failure = (Element) failed.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message")).isEqualTo("× 1.30 <more>");
    Element skipped = (Element) report.getElementsByTagName("skipped").item(0);
    assertThat(skipped.getAttribute("message")).isEqualTo("too noisy");
  }

  private static GateJudgement judgement(
      ComparedMetric metric, JudgedFigure.Word word, String reason) {
    return new GateJudgement("before", "after", 20, metric, word, reason);
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }
}
