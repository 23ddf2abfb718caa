package tasktracker.report.html;

import java.util.List;

/**
 * A part of a page with a heading of its own.
 *
 * @param id its name in addresses: lower-case letters, digits and hyphens
 * @param title its heading
 * @param blocks what it holds
 */
public record Section(String id, String title, List<Block> blocks) {

  /** Copies the list. */
  public Section {
    if (!id.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("not a name for addresses: " + id);
    }
    blocks = List.copyOf(blocks);
  }
}
