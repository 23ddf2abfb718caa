package tasktracker.experiments.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.report.failure.FailureReport;
import tasktracker.report.failure.SampleFailure;

/** Every page that the lab writes loads nothing and runs its own script alone. */
class PagesTest {
  private static final Pattern POLICY =
      Pattern.compile(
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:;"
              + " style-src 'unsafe-inline'; script-src 'sha256-([^']+)'; base-uri 'none';"
              + " form-action 'none'\">");
  private static final Pattern SCRIPT =
      Pattern.compile("<script(?! type=\"application/json\")[^>]*>(.*?)</script>", Pattern.DOTALL);

  @TempDir private Path parent;

  @Test
  void haveAllTheSamePolicy() throws Exception {
    SmallFolder sweep = SmallFolder.of(parent.resolve("sweep"));
    assertThat(Ran.of("report", sweep.path()).code()).isZero();
    Path failure = Files.createDirectory(parent.resolve("failure"));
    FailureReport.of(List.of(SampleFailure.of("monolith", 15))).write(failure);
    load(parent.resolve("load"));

    try (Stream<Path> files = Files.walk(parent)) {
      List<Path> pages = files.filter(file -> file.toString().endsWith(".html")).toList();
      assertThat(pages).hasSize(3);
      for (Path page : pages) {
        assertStrict(page);
      }
    }
  }

  private static void load(Path folder) throws Exception {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(address, 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
      Ran ran = Ran.of("load", url, "-u", 1, "-t", "1s", "--warmup", "1s", "--outdir", folder);
      assertThat(ran.code()).as(ran.err()).isZero();
    } finally {
      server.stop(0);
    }
  }

  private static void assertStrict(Path page) throws Exception {
    String html = Files.readString(page);
    Matcher policy = POLICY.matcher(html);
    assertThat(policy.find()).as("policy of " + page).isTrue();
    Matcher script = SCRIPT.matcher(html);
    assertThat(script.find()).as("script of " + page).isTrue();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.group(1).getBytes(UTF_8));
    assertThat(policy.group(1)).isEqualTo(Base64.getEncoder().encodeToString(digest));
    assertThat(script.find()).as("a second script of " + page).isFalse();
  }
}
