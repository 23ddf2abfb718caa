package tasktracker.report.verdict;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tasktracker.analysis.verdict.JudgedFigure;

/**
 * Judgements of gates and objectives as a file of test results in the form that JUnit made common:
 * a case for each figure at each level. What was not judged is skipped, with the reason.
 */
public final class JUnitReport {
  private JUnitReport() {}

  /** The text of the file. */
  public static String of(String suite, List<? extends JudgedFigure> judgements) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", suite);
      xml.writeAttribute("tests", String.valueOf(judgements.size()));
      xml.writeAttribute("failures", count(judgements, JudgedFigure.Word.FAILED));
      xml.writeAttribute("errors", "0");
      xml.writeAttribute("skipped", count(judgements, JudgedFigure.Word.NOT_JUDGED));
      for (JudgedFigure judgement : judgements) {
        write(judgement, xml);
      }
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot write to a text", e);
    }
    return text.toString();
  }

  private static String count(List<? extends JudgedFigure> judgements, JudgedFigure.Word word) {
    return String.valueOf(judgements.stream().filter(each -> each.word() == word).count());
  }

  private static void write(JudgedFigure judgement, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", judgement.group());
    xml.writeAttribute("name", judgement.name());
    switch (judgement.word()) {
      case PASSED -> {
        xml.writeStartElement("system-out");
        xml.writeCharacters(judgement.reason());
        xml.writeEndElement();
      }
      case FAILED -> writeMessage("failure", judgement, xml);
      case NOT_JUDGED -> writeMessage("skipped", judgement, xml);
    }
    xml.writeEndElement();
  }

  private static void writeMessage(String element, JudgedFigure judgement, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeEmptyElement(element);
    xml.writeAttribute("message", judgement.reason());
  }
}
