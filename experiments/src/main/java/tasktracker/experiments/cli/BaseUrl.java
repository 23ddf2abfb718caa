package tasktracker.experiments.cli;

import java.net.URI;
import tasktracker.error.UsageException;

/** The URL of a stack that somebody else runs. */
final class BaseUrl {
  private BaseUrl() {}

  /**
   * What was given, or what is usual.
   *
   * @throws UsageException naming the option when it is no HTTP URL with a host
   */
  static String of(String option, String given, String usual) {
    String text = given == null ? usual : given;
    try {
      URI url = URI.create(text);
      if ("http".equals(url.getScheme()) && url.getHost() != null) {
        return text;
      }
    } catch (IllegalArgumentException e) {
      throw new UsageException("%s %s: not a URL such as %s".formatted(option, text, usual), e);
    }
    throw new UsageException("%s %s: use a URL such as %s".formatted(option, text, usual));
  }
}
