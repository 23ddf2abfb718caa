package tasktracker.load.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** Reads the URL of what is loaded, as people write it. */
public final class TargetUrl {
  private static final Set<String> NO_PATH = Set.of("", "/");

  private TargetUrl() {}

  /**
   * An {@code http} or {@code https} URL: its scheme in lower case, what is not ASCII
   * percent-encoded, and nothing behind a colon without a port.
   *
   * @throws IllegalArgumentException when it is none, or has a user, a password or a fragment. The
   *     message says what would be right, and holds nothing of the text
   */
  public static URI of(String text) {
    return read(text, true);
  }

  /**
   * The same, of a host alone: what is asked of it is said elsewhere.
   *
   * @throws IllegalArgumentException likewise, and when it has a path or a query
   */
  public static URI ofHost(String text) {
    return read(text, false);
  }

  private static URI read(String text, boolean anyPath) {
    try {
      URI url = new URI(new URI(text).toASCIIString());
      TargetHost host = TargetHost.of(url);
      if (url.getRawFragment() != null) {
        throw new IllegalArgumentException(
            "a fragment is never sent: leave out # and what follows");
      }
      String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
      String path = url.getRawPath() + query;
      if (!anyPath && !NO_PATH.contains(path)) {
        throw new IllegalArgumentException("leave out the path, the workload has its own");
      }
      return new URI((host.secure() ? "https://" : "http://") + host.authority() + path);
    } catch (URISyntaxException e) {
      // Its message holds the URL as it was given.
      throw refused(e.getReason(), anyPath);
    } catch (IllegalArgumentException e) {
      throw refused(e.getMessage(), anyPath);
    }
  }

  private static IllegalArgumentException refused(String reason, boolean anyPath) {
    return new IllegalArgumentException(
        "%s; use a URL such as http://localhost:%s"
            .formatted(reason, anyPath ? "9000/path" : "8000"));
  }
}
