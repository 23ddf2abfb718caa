import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, on one CPU, ended when it is closed or the bench ends. */
final class Server implements AutoCloseable {
  static final int PORT = 8765;
  static final String URL = "http://127.0.0.1:" + PORT;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Process process;
  private final Thread atExit;

  private Server(Process process) {
    this.process = process;
    this.atExit = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Starts a server and waits until it accepts connections. */
  static Server start(int cpu, List<String> command) throws IOException, InterruptedException {
    if (isUp()) {
      throw new IOException("port " + PORT + " is in use");
    }
    List<String> pinned = new ArrayList<>(List.of("taskset", "-c", Integer.toString(cpu)));
    pinned.addAll(command);
    Process process = new ProcessBuilder(pinned).inheritIO().start();
    Server server = new Server(process);
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!isUp()) {
      if (!process.isAlive() || System.nanoTime() - end > 0) {
        server.close();
        throw new IOException(String.join(" ", command) + " did not start");
      }
      Thread.sleep(20);
    }
    return server;
  }

  /** nginx with one worker, which answers 445 bytes to everything and closes nothing. */
  static Server nginx(int cpu, Path folder) throws IOException, InterruptedException {
    Path config = folder.resolve("nginx.conf");
    Files.writeString(
        config,
        """
        daemon off;
        worker_processes 1;
        pid %1$s/nginx.pid;
        error_log %1$s/error.log;
        events { worker_connections 15000; }
        http {
          access_log off;
          keepalive_requests 1000000000;
          keepalive_timeout 1h;
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
          server {
            listen 127.0.0.1:%2$d backlog=16384;
            location / { default_type application/json; return 200 '"%3$s"'; }
          }
        }
        """
            .formatted(folder, PORT, "x".repeat(443)));
    return start(cpu, List.of("nginx", "-c", config.toString(), "-e", folder + "/error.log"));
  }

  /** One of the bench's own servers. */
  static Server java(int cpu, String... classAndArguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(Java.command("-Xms256m"));
    command.addAll(List.of(classAndArguments));
    return start(cpu, command);
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(5, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    Runtime.getRuntime().removeShutdownHook(atExit);
  }

  private static boolean isUp() throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", PORT), 1_000);
      return true;
    } catch (ConnectException e) {
      return false;
    }
  }
}
