package tasktracker.stack.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A server of several processes, as many web servers are: workers that share one listening socket,
 * with or without their master holding it too, or that each bind the port. Asked for anything, a
 * worker burns CPU for about 20 ms. Needs Python 3.
 */
final class ForkingServer implements AutoCloseable {
  private static final String SCRIPT =
      """
      import os, socket, sys, time
      mode, workers = sys.argv[1], int(sys.argv[2])

      def listen(port):
          s = socket.socket()
          s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
          if mode == 'reuseport':
              s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
          s.bind(('127.0.0.1', port))
          s.listen(16)
          return s

      def serve(s):
          while True:
              c, _ = s.accept()
              c.recv(4096)
              end = time.process_time() + 0.02
              while time.process_time() < end:
                  pass
              c.sendall(b'HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\nConnection: close\\r\\n\\r\\nok')
              c.close()

      first = listen(0)
      port = first.getsockname()[1]
      for n in range(workers):
          if os.fork() == 0:
              if mode == 'reuseport':
                  own = listen(port)
                  first.close()
                  serve(own)
              serve(first)
      if mode != 'master-listens':
          first.close()
      time.sleep(0.5 if mode == 'reuseport' else 0)
      print(port, flush=True)
      time.sleep(600)
      """;

  private final Process process;
  private final int port;

  private ForkingServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts one.
   *
   * @param mode {@code master-listens}, {@code workers-listen} or {@code reuseport}
   * @param before words before the command, such as {@code sh -c}
   */
  static ForkingServer start(String mode, int workers, String... before) throws IOException {
    List<String> command = new ArrayList<>(Arrays.asList(before));
    command.addAll(List.of("python3", "-c", SCRIPT, mode, String.valueOf(workers)));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader output = process.inputReader(UTF_8);
    String port = output.readLine();
    if (port == null) {
      throw new AssertionError("this test needs python3");
    }
    return new ForkingServer(process, Integer.parseInt(port));
  }

  long master() {
    return process.pid();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  /** Asks it so many times, one after the other. */
  void ask(int times) throws IOException {
    for (int i = 0; i < times; i++) {
      url().toURL().openStream().readAllBytes();
    }
  }

  @Override
  public void close() {
    end();
  }

  /** Kills all of its processes; does nothing the second time. */
  void end() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
  }
}
