package tasktracker.experiments.cli;

import java.net.URI;
import java.util.function.Function;
import tasktracker.error.UsageException;
import tasktracker.load.http.TargetHost;
import tasktracker.load.http.TargetUrl;
import tasktracker.stack.ArchitectureCatalog;

/** URLs as they are given to commands; each method refuses with {@link UsageException}. */
final class GivenUrl {
  private GivenUrl() {}

  /** A URL that is a parameter, with any path. */
  static URI of(String text) {
    return read("URL", text, TargetUrl::of);
  }

  /** The URL of a host alone, as the value of an option. */
  static URI ofHost(String option, String text) {
    return read(option, text, TargetUrl::ofHost);
  }

  /** The same, or where an architecture of the lab usually answers. */
  static String ofHost(String option, String text, String architecture) {
    return text == null
        ? "http://localhost:" + ArchitectureCatalog.find(architecture).entryService().port()
        : ofHost(option, text).toString();
  }

  private static URI read(String option, String text, Function<String, URI> reader) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "%s %s: %s".formatted(option, TargetHost.withoutUser(text), e.getMessage()), e);
    }
  }
}
