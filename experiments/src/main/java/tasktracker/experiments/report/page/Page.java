package tasktracker.experiments.report.page;

import java.util.List;

/**
 * A report.
 *
 * @param title of the page
 * @param verdict what it comes to, first of all
 * @param sections in their order
 */
public record Page(String title, List<String> verdict, List<Section> sections) {

  /** Copies the lists. */
  public Page {
    verdict = List.copyOf(verdict);
    sections = List.copyOf(sections);
  }

  /** A part of a page under a heading. */
  public record Section(String heading, List<Block> blocks) {

    /** Copies the list. */
    public Section {
      blocks = List.copyOf(blocks);
    }
  }
}
