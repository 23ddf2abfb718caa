package tasktracker.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Style sheet and script that every page carries. */
public final class Assets {

  /** The style sheet. */
  public static final String STYLE = resource("page.css");

  static final String SCRIPT = resource("scale.js") + resource("chart.js") + resource("table.js");

  private Assets() {}

  /** The charts alone, as a module of their own: it exports {@code Plot} and {@code number}. */
  public static String chartModule() {
    return resource("scale.js") + resource("chart.js") + "export { Plot, number };\n";
  }

  /** Nothing is loaded, and only this very script runs. */
  static String contentSecurityPolicy() {
    return "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
        .formatted(sha256(SCRIPT));
  }

  private static String sha256(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
