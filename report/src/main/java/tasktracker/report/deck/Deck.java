package tasktracker.report.deck;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tasktracker.results.file.TargetFile;

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
   * @throws tasktracker.error.EnvironmentException if it cannot be written
   */
  public void write(Path file) {
    TargetFile.folder(file.toAbsolutePath().getParent());
    TargetFile.writing(
        file,
        () -> {
          try (OutputStream out = Files.newOutputStream(file)) {
            PresentationPackage.write(this, out);
          }
          return file;
        });
  }
}
