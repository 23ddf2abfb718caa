package tasktracker.load.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A worker in a process of its own on this machine. */
final class ChildProcess implements WorkerConnection {
  private static final Path SHELL = Path.of("/bin/sh");
  private static final int PATIENCE_SECONDS = 5;

  private final String name;
  private final Process process;
  private volatile String lastWords = "";

  private ChildProcess(String name, Process process) {
    this.name = name;
    this.process = process;
  }

  /**
   * Starts a process.
   *
   * @param number of the worker, from 1
   * @throws WorkerException when that fails
   */
  static ChildProcess start(int number) {
    String name = "generator " + number;
    try {
      ChildProcess child = new ChildProcess(name, new ProcessBuilder(command()).start());
      // Reading a pipe would hold a carrier of virtual threads all the time.
      Thread.ofPlatform().daemon().name("errors-" + number).start(child::keepLastWords);
      return child;
    } catch (IOException e) {
      throw new WorkerException(name + " cannot be started", e);
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

  @Override
  public String name() {
    return name;
  }

  @Override
  public InputStream input() {
    return process.getInputStream();
  }

  @Override
  public OutputStream output() {
    return process.getOutputStream();
  }

  @Override
  public boolean isLocal() {
    return true;
  }

  @Override
  public String whyLost(IOException failure) {
    abort();
    String words = failure == null ? lastWords : failure.getMessage();
    String told = words.isEmpty() ? "" : ": " + words;
    try {
      return "died, exit code %s%s".formatted(process.waitFor(), told);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "died" + told;
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

  @Override
  public void abort() {
    process.destroyForcibly();
  }

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
      abort();
    }
  }
}
