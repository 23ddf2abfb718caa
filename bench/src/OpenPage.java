import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A page in a browser without a window, opened and closed by GET {@code /open} and {@code /closed}
 * of a small server, so that a hook of an experiment can ask for it.
 */
final class OpenPage implements AutoCloseable {
  private static final long UNTIL_DRAWN_MILLIS = 3_000;

  private final String url;
  private final Path profiles;
  private final HttpServer server;
  private final Thread atExit = new Thread(this::endBrowser);
  private Process browser;

  OpenPage(String url, Path folder) throws IOException {
    this.url = url;
    this.profiles = Files.createDirectories(folder.resolve("browser"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try {
            set(exchange.getRequestURI().getPath().equals("/open"));
            exchange.sendResponseHeaders(204, -1);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } finally {
            exchange.close();
          }
        });
    server.start();
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void set(boolean open) throws IOException, InterruptedException {
    if (open == (browser != null)) {
      return;
    }
    if (!open) {
      endBrowser();
      return;
    }
    browser =
        new ProcessBuilder(
                "chromium",
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--window-size=1200,900",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profiles,
                url)
            .redirectErrorStream(true)
            .redirectOutput(profiles.resolve("browser.log").toFile())
            .start();
    Thread.sleep(UNTIL_DRAWN_MILLIS);
  }

  private void endBrowser() {
    if (browser == null) {
      return;
    }
    browser.descendants().forEach(ProcessHandle::destroy);
    browser.destroy();
    try {
      if (!browser.waitFor(5, TimeUnit.SECONDS)) {
        browser.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    browser = null;
  }

  @Override
  public void close() {
    server.stop(0);
    endBrowser();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }
}
