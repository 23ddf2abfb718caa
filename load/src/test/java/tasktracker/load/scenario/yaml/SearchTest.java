package tasktracker.load.scenario.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SearchTest {
  @ParameterizedTest
  @CsvSource({
    "a(b+)c, xabbc, bb",
    "ab+c, xabbc, abbc",
    "(a)(b), xab, a",
    "a(x)?b, ab,",
    "y, xab,",
    "^x.*b$, xab, xab",
  })
  void findsTheFirstGroupOrAll(String pattern, String text, String found) {
    assertThat(Search.find(Pattern.compile(pattern), text)).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({"(a|b)*c, ab", "(a+)+c, a", "(.*a){20}c, a", "(?:a|a)*c, a"})
  void findsNothingWhereASearchWouldNotEnd(String pattern, String repeated) {
    assertThat(Search.finds(Pattern.compile(pattern), repeated.repeat(30))).isFalse();
    assertThat(Search.finds(Pattern.compile(pattern), repeated.repeat(50_000))).isFalse();
  }

  @Test
  void readsALongTextToItsEnd() {
    String text = "x".repeat(20_000_000) + "needle";

    assertThat(Search.find(Pattern.compile("need(le)"), text)).isEqualTo("le");
  }
}
