package tasktracker.report.html;

import java.nio.file.Path;
import java.util.List;
import tasktracker.results.file.TargetFile;

/**
 * One HTML file that needs no network: light, dark, on paper, on a phone and by keyboard. A strict
 * content security policy keeps it from loading anything or running another script than its own.
 *
 * @param kicker the small line above the title, such as name and date of the experiment
 * @param title what it is about
 * @param lead what stands on the first screen
 * @param sections what follows; each gets an entry in the navigation
 * @param footer the last line
 */
public record Page(
    String kicker, String title, List<Block> lead, List<Section> sections, String footer) {

  /** Copies the lists. */
  public Page {
    lead = List.copyOf(lead);
    sections = List.copyOf(sections);
  }

  /** The document. */
  public String toHtml() {
    return PageWriter.write(this);
  }

  /**
   * Writes the document, and the folder that it is to be in; a file of the same name is replaced.
   *
   * @throws tasktracker.error.EnvironmentException if it cannot be written
   */
  public void write(Path file) {
    TargetFile.folder(file.toAbsolutePath().getParent());
    TargetFile.write(file, toHtml());
  }
}
