package tasktracker.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaletteTest {

  @Test
  void theTwoOfEveryStudyKeepTheirLookWhenAlone() {
    var both = Palette.of(List.of("microservices", "monolith", "a third"));

    assertThat(Palette.of(List.of("monolith")).get("monolith")).isEqualTo(both.get("monolith"));
    assertThat(Palette.of(List.of("microservices")).get("microservices"))
        .isEqualTo(both.get("microservices"));
  }

  @Test
  void doesNotDependOnTheOrderOfTheRuns() {
    assertThat(Palette.of(List.of("b", "monolith", "a")).sequencedEntrySet())
        .containsExactlyElementsOf(Palette.of(List.of("a", "b", "monolith")).sequencedEntrySet());
  }

  @Test
  void eightArchitecturesHaveEightColoursAndEightMarkers() {
    var styles = Palette.of(IntStream.range(0, 6).mapToObj(i -> "other " + i).toList()).values();

    assertThat(styles).extracting(LineStyle::color).doesNotHaveDuplicates();
    assertThat(styles).extracting(LineStyle::marker).doesNotHaveDuplicates();
  }
}
