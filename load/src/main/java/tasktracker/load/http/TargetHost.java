package tasktracker.load.http;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The host that a URL names. {@link URI} knows no host with an underscore in its name, although
 * container networks have many.
 *
 * @param name without the brackets around an IPv6 address
 * @param port of the URL, or the usual one of its scheme
 * @param authority host, and port where the URL has one: the value of the {@code Host} header
 * @param secure whether the scheme is {@code https}
 */
public record TargetHost(String name, int port, String authority, boolean secure) {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;
  private static final int LAST_PORT = 65_535;
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[([0-9A-Fa-f:.]+(?:%[\\w.~-]+)?)]|[\\w.~-]+)(?::(\\d{0,5}))?");
  private static final Pattern USER = Pattern.compile("//[^/?#]*@");

  /**
   * The host of an {@code http} or {@code https} URL; the case of the scheme does not matter.
   *
   * @throws IllegalArgumentException when there is none, or it comes with a user or password; the
   *     message does not hold these
   */
  public static TargetHost of(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException("the scheme must be http or https");
    }
    String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
    if (authority.indexOf('@') >= 0) {
      throw new IllegalArgumentException(
          "user and password are not taken from a URL: send a header Authorization");
    }
    Matcher matcher = AUTHORITY.matcher(authority);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("it names no host");
    }
    boolean secure = scheme.equals("https");
    String port = matcher.group(3);
    if (port == null || port.isEmpty()) {
      int usual = secure ? HTTPS_PORT : HTTP_PORT;
      return new TargetHost(bare(matcher), usual, matcher.group(1), secure);
    }
    int number = Integer.parseInt(port);
    if (number < 1 || number > LAST_PORT) {
      throw new IllegalArgumentException("the port must be from 1 to " + LAST_PORT);
    }
    return new TargetHost(bare(matcher), number, authority, secure);
  }

  /** A text that may be a URL, without its user and password. */
  public static String withoutUser(String text) {
    return USER.matcher(text).replaceAll("//***@");
  }

  private static String bare(Matcher authority) {
    return authority.group(2) == null ? authority.group(1) : authority.group(2);
  }
}
