package tasktracker.experiments.stack.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tasktracker.experiments.EnvironmentException;

/** The proxy seen from the lab: a child process that takes commands. Thread-safe. */
public final class LinkProxy {
  private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-Xms32m", "-Xmx128m");

  private final Process process;
  private final BufferedReader answers;
  private final Writer commands;

  private LinkProxy(Process process) {
    this.process = process;
    this.answers = process.inputReader(UTF_8);
    this.commands = process.outputWriter(UTF_8);
  }

  /**
   * Starts the proxy and returns when it listens at all links. It ends with this process.
   *
   * @param prefix programs to put before the command, such as {@code taskset}
   * @throws EnvironmentException when it cannot listen
   */
  public static LinkProxy start(List<String> prefix, List<Link> links, Path log) {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    links.forEach(link -> command.add(link.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("JDK_JAVA_OPTIONS");
    try {
      LinkProxy proxy = new LinkProxy(builder.start());
      proxy.expect("ready");
      return proxy;
    } catch (IOException e) {
      throw new EnvironmentException("cannot start the link proxy: " + e.getMessage(), e);
    }
  }

  /** The process of the proxy. */
  public Process process() {
    return process;
  }

  /**
   * Brings links into a state and returns when they are.
   *
   * @throws EnvironmentException when the proxy cannot do it or is gone
   */
  public synchronized void impair(Impairment impairment, List<Link> links) {
    String names = links.stream().map(Link::toString).collect(Collectors.joining(" "));
    try {
      commands.write(impairment + " " + names + "\n");
      commands.flush();
      expect("ok");
    } catch (IOException e) {
      throw new EnvironmentException("the link proxy does not answer: " + e.getMessage(), e);
    }
  }

  private void expect(String word) throws IOException {
    String answer = answers.readLine();
    if (!word.equals(answer)) {
      throw new EnvironmentException(
          "the link proxy failed: " + (answer == null ? "it ended" : answer));
    }
  }
}
