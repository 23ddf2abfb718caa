package tasktracker.load.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import tasktracker.load.recording.Second;
import tasktracker.load.watch.WatchedSecond;

/** A child process that generates load, as its coordinator sees it. */
final class Worker implements AutoCloseable {
  private static final Path SHELL = Path.of("/bin/sh");
  private static final int PATIENCE_SECONDS = 5;

  private final int number;
  private final Process process;
  private final Wire wire;
  private volatile String lastWords = "";

  private Worker(int number, Process process) {
    this.number = number;
    this.process = process;
    this.wire = new Wire(process.getInputStream(), process.getOutputStream());
  }

  /**
   * Starts a process.
   *
   * @param number of the worker, from 1, for messages
   * @param onMessage is told what it says, by a thread of its own
   */
  static Worker start(int number, BiConsumer<Worker, Message> onMessage) {
    try {
      Worker worker = new Worker(number, new ProcessBuilder(command()).start());
      // Reading a pipe would hold a carrier of virtual threads all the time.
      Thread.ofPlatform().daemon().name("errors-" + number).start(worker::keepLastWords);
      Thread.ofPlatform().daemon().name("worker-" + number).start(() -> worker.listen(onMessage));
      return worker;
    } catch (IOException e) {
      throw new WorkerException("generator %s cannot be started".formatted(number), e);
    }
  }

  /** With the JVM, the class path and the memory settings of this process. */
  private static List<String> command() {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SHELL)) {
      // Ctrl-C goes to the whole group of processes; the coordinator alone decides what it means.
      command.addAll(List.of(SHELL.toString(), "-c", "trap '' INT; exec \"$@\"", "worker"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-X"))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(WorkerProcess.class.getName());
    return command;
  }

  long pid() {
    return process.pid();
  }

  /** A worker that cannot be told is about to be missed. */
  void send(Message message) {
    try {
      wire.send(message);
    } catch (IOException e) {
      process.destroyForcibly();
    }
  }

  private void listen(BiConsumer<Worker, Message> onMessage) {
    Message last = null;
    List<Second> measured = new ArrayList<>();
    List<WatchedSecond> watched = new ArrayList<>();
    try {
      for (Optional<Message> next = wire.receive(); next.isPresent(); next = wire.receive()) {
        last = next.get();
        switch (last) {
          case Message.Measured(var second) -> measured.add(second);
          case Message.Watched(var second) -> watched.add(second);
          case Message.Done done -> onMessage.accept(this, done.with(measured, watched));
          default -> onMessage.accept(this, last);
        }
      }
    } catch (IOException e) {
      lastWords = e.getMessage();
    }
    if (!(last instanceof Message.Done || last instanceof Message.Failed)) {
      process.destroyForcibly();
      onMessage.accept(this, new Message.Failed(obituary()));
    }
  }

  private String obituary() {
    String words = lastWords.isEmpty() ? "" : ": " + lastWords;
    try {
      return "generator %s died, exit code %s%s".formatted(number, process.waitFor(), words);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "generator %s died%s".formatted(number, words);
    }
  }

  private void keepLastWords() {
    try (BufferedReader errors = process.errorReader()) {
      for (String line = errors.readLine(); line != null; line = errors.readLine()) {
        lastWords = line.strip();
      }
    } catch (IOException e) {
      // The process is gone.
    }
  }

  /** Ends the process, at once when it does not end by itself. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // It is gone already.
    }
    boolean ended = false;
    try {
      ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!ended) {
      process.destroyForcibly();
    }
  }
}
