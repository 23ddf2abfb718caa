package tasktracker.experiments.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;
import tasktracker.error.UsageException;
import tasktracker.load.http.HeaderLine;
import tasktracker.load.http.HttpSettings;

/** How the load generator speaks HTTP. */
final class HttpOptions {
  private static final String CONTENT_TYPE = "Content-Type";

  @Option(
      names = {"-H", "--header"},
      paramLabel = "'NAME: VALUE'",
      description = "Sent with every request; may be given several times.")
  private List<String> headers = List.of();

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "30s",
      description = "Longest wait for a whole response (${DEFAULT-VALUE}).")
  private Duration responseTimeout;

  @Option(
      names = "--connect-timeout",
      paramLabel = "TIME",
      defaultValue = "5s",
      description = "Longest wait for a connection (${DEFAULT-VALUE}).")
  private Duration connectTimeout;

  @Option(
      names = "--connections-per-user",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Connections that each user sends its requests over in turn (${DEFAULT-VALUE}).")
  private int connectionsPerUser;

  @Option(names = "--insecure", description = "Accept any certificate, including self-signed ones.")
  private boolean insecure;

  @Option(names = "--gzip", description = "Ask for compressed responses.")
  private boolean gzip;

  /**
   * The settings that the options amount to.
   *
   * @throws UsageException naming what cannot be used as given
   */
  HttpSettings toSettings() {
    Map<String, String> named = headers();
    try {
      // That of the type is not among the settings: it goes with a body alone.
      named.forEach(HeaderLine::check);
      named.remove(CONTENT_TYPE);
      return new HttpSettings(
          connectTimeout, responseTimeout, named, insecure, gzip, connectionsPerUser);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "--header, --timeout, --connect-timeout or --connections-per-user: " + e.getMessage(), e);
    }
  }

  /** What the headers say about a body, or the usual type. */
  String contentType(String usual) {
    return headers().getOrDefault(CONTENT_TYPE, usual);
  }

  private Map<String, String> headers() {
    Map<String, String> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String header : headers) {
      int colon = header.indexOf(':');
      if (colon < 1) {
        throw new UsageException("--header %s: use 'Name: value'".formatted(header));
      }
      String name = header.substring(0, colon).strip();
      if (named.put(name, header.substring(colon + 1).strip()) != null) {
        throw new UsageException("--header %s: %s is given twice".formatted(header, name));
      }
    }
    return named;
  }
}
