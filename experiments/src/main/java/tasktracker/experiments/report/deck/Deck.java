package tasktracker.experiments.report.deck;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A deck of slides as a {@code .pptx} file: Office Open XML, ECMA-376. The same slides give the
 * same bytes.
 *
 * @param title in the properties of the file
 * @param slides in their order
 */
public record Deck(String title, List<Slide> slides) {

  /** Copies the list. */
  public Deck {
    slides = List.copyOf(slides);
  }

  /**
   * Writes the deck, and the folder that it is to be in; a file of the same name is replaced.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public void write(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (OutputStream out = Files.newOutputStream(file)) {
        PresentationPackage.write(this, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
