package tasktracker.report.html;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/**
 * Where something stands: a section of the page, or a file beside it.
 *
 * @param address as a browser takes it; never one of another site
 */
public record PageLink(String address) {
  private static final String SECTION = "#[a-z][a-z0-9-]*";

  /**
   * Checks it.
   *
   * @throws IllegalArgumentException if it might lead elsewhere
   */
  public PageLink {
    if (!address.matches(SECTION) && !address.matches("\\./[^\\s\"'<>\\\\]+")) {
      throw new IllegalArgumentException(
          "neither a section nor a file beside the page: " + address);
    }
  }

  /** A section of the page by its name in addresses. */
  public static PageLink toSection(String id) {
    return new PageLink("#" + id);
  }

  /** A file below the folder of the page. */
  public static PageLink toFile(Path relative) {
    try {
      String path = relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
      return new PageLink(
          "./" + new URI(null, null, path, null).toASCIIString().replace("'", "%27"));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not a path: " + relative, e);
    }
  }
}
