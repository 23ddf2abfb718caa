package tasktracker.report.locust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd|' /C calc'!A0",
        "+1+cmd",
        "@SUM(1)",
        "-2+3",
        "\t=1",
        "\r=1",
        "\n=1",
        "'=1",
        "＝1+1"
      })
  void letsNoSpreadsheetTakeATextForAFormula(String text) throws IOException {
    assertThat(readBack(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-5",
        "-0.25",
        "1e-3",
        "N/A",
        "",
        "/a?b=c",
        "it's",
        "'quoted'",
        "[Tasks] List",
        "a=b"
      })
  void leavesNumbersAndOtherTextsAlone(String text) throws IOException {
    assertThat(readBack(text)).isEqualTo(text);
  }

  @Test
  void quotesOnlyWhereItMust() {
    Csv csv = new Csv(List.of("a", "b"));
    csv.row(List.of("1", "x,\"y\""));

    assertThat(csv).hasToString("a,b\n1,\"x,\"\"y\"\"\"\n");
  }

  private static String readBack(String text) throws IOException {
    Csv csv = new Csv(List.of("Name", "Count"));
    csv.row(List.of(text, "1"));
    try (CSVParser rows = CSVFormat.RFC4180.parse(new StringReader(csv.toString()))) {
      return rows.getRecords().getLast().get(0);
    }
  }
}
