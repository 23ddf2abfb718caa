package tasktracker.stack.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.InheritedEnvironment;

/**
 * The proxy seen from the lab: it takes commands, as a child process or over a connection. When
 * either ends, the links are sound or gone. Thread-safe.
 */
public final class LinkProxy implements AutoCloseable {
  /** The name of its instance in results. */
  public static final String NAME = "link_proxy";

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-Xms32m", "-Xmx128m");

  private final BufferedReader answers;
  private final Writer commands;
  private final Optional<Process> process;

  private LinkProxy(BufferedReader answers, Writer commands, Optional<Process> process) {
    this.answers = answers;
    this.commands = commands;
    this.process = process;
  }

  /**
   * Takes over the proxy that listens for commands at a port of this machine.
   *
   * @throws EnvironmentException when it does not answer, or obeys somebody else
   */
  public static LinkProxy at(int port) {
    try {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout((int) PATIENCE.toMillis());
      return ready(
          new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)),
          new OutputStreamWriter(socket.getOutputStream(), UTF_8),
          Optional.empty());
    } catch (IOException e) {
      throw new EnvironmentException("the link proxy does not answer: " + e.getMessage(), e);
    }
  }

  /** The proxy once it says so; one that says something else, or nothing, gets no commands. */
  private static LinkProxy ready(BufferedReader answers, Writer commands, Optional<Process> process)
      throws IOException {
    LinkProxy proxy = new LinkProxy(answers, commands, process);
    boolean ready = false;
    try {
      proxy.expect("ready");
      ready = true;
      return proxy;
    } finally {
      if (!ready) {
        proxy.close();
        process.ifPresent(Process::destroyForcibly);
      }
    }
  }

  /**
   * Starts the proxy and returns when it listens at all links. It ends with this process.
   *
   * @param prefix programs to put before the command, such as {@code taskset}
   * @param log gets what it says of failures
   * @throws EnvironmentException naming the log when it cannot listen
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
        InheritedEnvironment.of(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      Process process = builder.start();
      return ready(process.inputReader(UTF_8), process.outputWriter(UTF_8), Optional.of(process));
    } catch (IOException e) {
      throw new EnvironmentException("cannot start the link proxy: " + e.getMessage(), e);
    } catch (EnvironmentException e) {
      throw new EnvironmentException(
          "%s (what it said is in %s)".formatted(e.getMessage(), log), e);
    }
  }

  /**
   * The process of the proxy.
   *
   * @throws java.util.NoSuchElementException when it is no child of this one
   */
  public Process process() {
    return process.orElseThrow();
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

  /** Gives up the command: all links become sound, or go. */
  @Override
  public void close() {
    try {
      commands.close();
    } catch (IOException e) {
      // It is gone already.
      return;
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
