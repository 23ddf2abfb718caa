package tasktracker.report.deck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeckTest {

  @TempDir Path folder;

  @Test
  void equalDecksAreEqualFiles() throws IOException {
    Deck deck = new Deck("title", List.of(new Slide.Prose("method", List.of("one"))));

    deck.write(folder.resolve("one.pptx"));
    deck.write(folder.resolve("two.pptx"));

    assertThat(folder.resolve("one.pptx")).hasSameBinaryContentAs(folder.resolve("two.pptx"));
  }

  @Test
  void textsAreEscapedAndCharactersThatXmlForbidsLeftOut() throws IOException {
    Path file = folder.resolve("new/deck.pptx");

    new Deck("a <b> & c", List.of(new Slide.Prose("\u0007x < \"y\" & z", List.of()))).write(file);

    assertThat(part(file, "ppt/slides/slide1.xml"))
        .contains("<a:t>x &lt; &quot;y&quot; &amp; z</a:t>");
    assertThat(part(file, "docProps/core.xml")).contains("a &lt;b&gt; &amp; c");
  }

  @Test
  void refusesATableThatDoesNotFit() {
    List<List<String>> rows = Collections.nCopies(15, List.of("cell"));

    assertThatThrownBy(() -> new Slide.Numbers("title", List.of("heading"), rows, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("15 rows do not fit on a slide");
  }

  private static String part(Path file, String name) throws IOException {
    assertThat(Files.size(file)).isPositive();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), UTF_8);
    }
  }
}
