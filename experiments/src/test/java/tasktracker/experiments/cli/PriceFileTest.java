package tasktracker.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tasktracker.analysis.verdict.Prices;
import tasktracker.error.UsageException;

class PriceFileTest {
  @TempDir private Path folder;

  @Test
  void readsPrices() throws IOException {
    assertThat(read("currency: EUR\nvcpu_hour: 0.04\ngb_hour: 1\n"))
        .isEqualTo(new Prices("EUR", 0.04, 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          currency: EUR;vcpu_hour: .inf;gb_hour: .nan      | , line 2, vcpu_hour: must be a number, not .inf
          currency: EUR;vcpu_hour: 1;gb_hour: .nan         | , line 3, gb_hour: must be a number, not .nan
          currency: EUR;vcpu_hour: NaN;gb_hour: 1          | , line 2, vcpu_hour: must be a price
          currency: EUR;vcpu_hour: 0.04;vcpu_hour: 0.08    | , line 2, vcpu_hour: is given twice, again in line 3
          currency: EUR;vcpu_hour: -1;gb_hour: 1           | , line 2, vcpu_hour: must be a price from 0
          currency: EUR;vcpu_hour: 1e300;gb_hour: 1        | , line 2, vcpu_hour: must be a price from 0
          currency: EUR;vcpu_hour: cheap;gb_hour: 1        | , line 2, vcpu_hour: must be a number, not cheap
          currency: EUR;vcpu_hour: 1;gb_hour: 1;tax: 2     | , line 4, tax: unknown key, use [
          currency: EUR;vcpu_hour: 1                       | : gb_hour is missing: use the keys
          currency: EUR;vcpu_hour: null;gb_hour: 1         | : vcpu_hour is missing: use the keys
          cheap                                            | : use the keys currency
          currency: [EUR                                   | , line
          """)
  void saysInOneLineWhatIsWrong(String text, String mistake) {
    assertThatThrownBy(() -> read(text.replace(';', '\n')))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(folder.resolve("prices.yaml") + mistake)
        .message()
        .hasLineCount(1);
  }

  private Prices read(String text) throws IOException {
    return PriceFile.read(Files.writeString(folder.resolve("prices.yaml"), text));
  }
}
