package tasktracker.experiments.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/** A web server as a process of its own, which answers as slowly as it was told to. */
public final class PlantedServer implements AutoCloseable {
  private final Process process;
  private final int port;

  private PlantedServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** The server itself: waits so many milliseconds, then sends a body of so many bytes. */
  public static void main(String[] arguments) throws IOException {
    long delay = Long.parseLong(arguments[0]);
    byte[] body = "x".repeat(Integer.parseInt(arguments[1])).getBytes(UTF_8);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          try {
            Thread.sleep(delay);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    System.out.println(server.getAddress().getPort());
  }

  static PlantedServer start(int delayMillis, int bodyBytes) {
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx64m",
                  "-XX:+UseSerialGC",
                  "-cp",
                  Path.of("target/test-classes").toAbsolutePath().toString(),
                  PlantedServer.class.getName(),
                  String.valueOf(delayMillis),
                  String.valueOf(bodyBytes))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      return new PlantedServer(process, Integer.parseInt(process.inputReader(UTF_8).readLine()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + port + "/";
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
