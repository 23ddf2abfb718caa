package tasktracker.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvLineTest {

  @Test
  void findsTheSeparatorInTheHeading() {
    assertThat(CsvLine.likeHeading("Timestamp,User Count").separator()).isEqualTo(',');
    assertThat(CsvLine.likeHeading("Timestamp;User Count;\"a,b\"").separator()).isEqualTo(';');
    assertThat(CsvLine.likeHeading("Timestamp\tUser Count").separator()).isEqualTo('\t');
  }

  @Test
  void takesQuotesAwayAndKeepsWhatTheyHold() {
    assertThat(new CsvLine(',').cells("\"a,b\",\"say \"\"hi\"\"\",,c"))
        .containsExactly("a,b", "say \"hi\"", "", "c");
  }

  @Test
  void takesAwayWhatKeptASpreadsheetFromComputing() {
    assertThat(new CsvLine(',').cells("'=1+1,''=x,'@a,'text,-5,'"))
        .containsExactly("=1+1", "'=x", "@a", "'text", "-5", "'");
  }
}
