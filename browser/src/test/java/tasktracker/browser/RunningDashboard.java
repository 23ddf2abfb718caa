package tasktracker.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code ./tasktracker ui} as people run it, with a folder of results of its own. */
final class RunningDashboard implements AutoCloseable {
  private static final Path CHECKOUT =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().normalize().getParent();

  private final Process process;
  private final String url;
  private final Path results;

  private RunningDashboard(Process process, String url, Path results) {
    this.process = process;
    this.url = url;
    this.results = results;
  }

  static RunningDashboard of(Path results) {
    try {
      // Maven has just built what the launcher would build again if nobody told it.
      Files.writeString(CHECKOUT.resolve("experiments/target/built"), "");
      Process process = lab("ui", "--port=0", "--results=" + results);
      BufferedReader out = process.inputReader(UTF_8);
      String line = out.readLine();
      if (line == null) {
        throw new AssertionError("the dashboard did not start");
      }
      return new RunningDashboard(process, line.replaceFirst(".* at ", ""), results);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts another command of the lab, as from a terminal. */
  static Process lab(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(CHECKOUT.resolve("tasktracker").toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(CHECKOUT.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Deletes a folder of plots in the checkout. */
  static void deletePlots(String name) throws IOException {
    Path plots = CHECKOUT.resolve("experiments/plots").resolve(name);
    try (Stream<Path> files = Files.walk(plots)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  String url() {
    return url;
  }

  Path results() {
    return results;
  }

  /** Ends it as a service manager does; returns whether it ended by itself. */
  boolean end() throws InterruptedException {
    process.destroy();
    return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
