import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ./tasktracker ui} in a process of its own, ended when it is closed or the bench ends. */
final class ServedDashboard implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
  private static final double TICKS_PER_SECOND = 100;

  private final Process process;
  private final Thread atExit;
  private final String url;
  private final HttpClient client = HttpClient.newHttpClient();

  private ServedDashboard(Process process, String url) {
    this.process = process;
    this.url = url;
    this.atExit = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Starts it in front of a folder of results. */
  static ServedDashboard of(Path results) throws IOException {
    Process process =
        new ProcessBuilder(
                System.getProperty("lab"), "ui", "--port", "0", "--results", results.toString())
            .redirectErrorStream(true)
            .start();
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return new ServedDashboard(process, address.group());
      }
      said.append(line).append('\n');
    }
    process.destroy();
    throw new IOException("the dashboard did not start:\n" + said);
  }

  String url() {
    return url;
  }

  /** Milliseconds until the answer to a GET is there. */
  double millis(String path) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    HttpResponse<String> answer =
        client.send(request(path), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (answer.statusCode() != 200) {
      throw new IOException("GET %s: %d".formatted(path, answer.statusCode()));
    }
    return (System.nanoTime() - begin) / 1e6;
  }

  /** Follows an experiment as a page does, until the stream is closed. */
  AutoCloseable follow(String experiment) throws IOException, InterruptedException {
    var events =
        client.send(
            request("/api/experiments/" + experiment + "/events"),
            HttpResponse.BodyHandlers.ofInputStream());
    Thread.startVirtualThread(
        () -> {
          try (var stream = events.body()) {
            stream.transferTo(java.io.OutputStream.nullOutputStream());
          } catch (IOException e) {
            // It was closed by the bench.
            return;
          }
        });
    return events.body();
  }

  /** Seconds of CPU that the server has used since its start. */
  double cpuSeconds() throws IOException {
    String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    client.shutdownNow();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).build();
  }
}
