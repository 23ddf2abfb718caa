package tasktracker.experiments.cli;

import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tasktracker.error.UsageException;

/** {@code HOST:PORT}, as a worker has it. */
final class ListenAddress {
  private static final Pattern FORM =
      Pattern.compile("(?<host>[\\w.-]+|\\[[0-9a-fA-F:.%\\w]+]):(?<port>\\d{1,5})");
  private static final int HIGHEST_PORT = 65_535;

  private ListenAddress() {}

  /**
   * Reads an address, without asking for its host.
   *
   * @param where it stands, for the message
   * @throws UsageException when it is none
   */
  static InetSocketAddress of(String where, String text) {
    Matcher parts = FORM.matcher(text);
    UsageException.unless(
        parts.matches() && Integer.parseInt(parts.group("port")) <= HIGHEST_PORT,
        "%s: %s is no address: use HOST:PORT, such as 10.0.0.7:7400 or [fd00::7]:7400",
        where,
        text);
    String host = parts.group("host").replaceAll("[\\[\\]]", "");
    return InetSocketAddress.createUnresolved(host, Integer.parseInt(parts.group("port")));
  }
}
