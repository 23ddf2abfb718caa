package tasktracker.experiments.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tasktracker.ui.Dashboard;
import tasktracker.ui.DashboardSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A dashboard on a port of its own, with a launcher that only pretends to measure. */
final class ServedDashboard implements AutoCloseable {
  /** Writes a log like an experiment, and ends as it does when it is told to. */
  private static final String PRETENDER =
      """
      #!/bin/sh
      case "$*" in *wrong*) echo "tasktracker: --arch wrong: use another" >&2; exit 2;; esac
      for word in "$@"; do case "$word" in --outdir=*) out=${word#--outdir=};; esac; done
      mkdir -p "$out"
      log() { printf '{"event":"%s","at":"%s",%s}\\n' "$1" "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$2" >>"$out/live.jsonl"; }
      log started "\\"kind\\":\\"$1\\",\\"pid\\":$$"
      trap 'log ended "\\"exit_code\\":130"; exit 130' TERM
      i=0
      while [ $i -lt 300 ]; do i=$((i + 1)); sleep 0.1; done
      log ended '"exit_code":0'
      """;

  private final Path results;
  private final Dashboard dashboard;
  private final HttpClient client = HttpClient.newHttpClient();

  private ServedDashboard(Path folder, Optional<String> token) throws IOException {
    results = Files.createDirectories(folder.resolve("results"));
    Path launcher = Files.writeString(folder.resolve("launcher"), PRETENDER);
    launcher.toFile().setExecutable(true);
    dashboard =
        Dashboard.start(
            new DashboardSettings(
                "127.0.0.1", 0, token, results, folder.resolve("plots"), launcher),
            TaskTracker::commandLine);
  }

  static ServedDashboard in(Path folder) throws IOException {
    return new ServedDashboard(folder, Optional.empty());
  }

  static ServedDashboard withToken(Path folder, String token) throws IOException {
    return new ServedDashboard(folder, Optional.of(token));
  }

  Path results() {
    return results;
  }

  int port() {
    return dashboard.port();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> get(String path) {
    return send(request(path));
  }

  JsonNode json(String path) {
    return JsonMapper.shared().readTree(get(path).body());
  }

  HttpResponse<String> post(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Sends these very bytes, and returns the line with the status. */
  String status(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      byte[] answer = new byte[200];
      int length = socket.getInputStream().read(answer);
      return length < 0 ? "" : new String(answer, 0, length, UTF_8).lines().findFirst().orElse("");
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    dashboard.close();
  }
}
