package tasktracker.experiments.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Runs {@code ./tasktracker} as people do: as a process, from the root of the checkout. */
final class Launcher {
  static final Path CHECKOUT =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().normalize().getParent();

  /**
   * Long enough for a first run on a slow machine; reached only when something hangs. A machine
   * that is busy otherwise may need {@code -Dlauncher.minutes=30}.
   */
  private static final Duration TIMEOUT =
      Duration.ofMinutes(Integer.getInteger("launcher.minutes", 10));

  private static final Path TARGET = CHECKOUT.resolve("experiments/target");

  private Launcher() {}

  /** A command that has ended. */
  record Ended(int status, List<String> out, List<String> err) {
    String text() {
      return String.join("\n", out) + "\n" + String.join("\n", err);
    }
  }

  /** Runs a command to its end. */
  static Ended run(String... arguments) {
    return start(arguments).end();
  }

  static Running start(String... arguments) {
    return start(Map.of(), arguments);
  }

  static Running start(Map<String, String> environment, String... arguments) {
    return start(List.of(), environment, arguments);
  }

  /** The same behind a command that carries out another one. */
  static Running start(List<String> prefix, Map<String, String> environment, String... arguments) {
    requirePackaged();
    try {
      Path err = Files.createTempFile("tasktracker", ".err");
      err.toFile().deleteOnExit();
      List<String> command = new ArrayList<>(prefix);
      if (Files.exists(Path.of("/proc"))) {
        // What a shell runs in the background ignores Ctrl-C, and so would its children.
        command.addAll(List.of("env", "--default-signal=INT"));
      }
      command.add(CHECKOUT.resolve("tasktracker").toString());
      command.addAll(List.of(arguments));
      ProcessBuilder builder =
          new ProcessBuilder(command).directory(CHECKOUT.toFile()).redirectError(err.toFile());
      builder.environment().putAll(environment);
      return new Running(builder.start(), err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Maven has just built what the launcher would build again if nobody told it. */
  private static void requirePackaged() {
    if (!Files.exists(TARGET.resolve("lib/tasktracker-experiments.jar"))) {
      throw new AssertionError("nothing is packaged: run ./mvnw package first");
    }
    try {
      Files.writeString(TARGET.resolve("built"), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A command under way. */
  static final class Running {
    private final Process process;
    private final Path err;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();

    private Running(Process process, Path err) {
      this.process = process;
      this.err = err;
      this.output = process.inputReader(UTF_8);
      Thread.startVirtualThread(this::killWhenLate);
    }

    private void killWhenLate() {
      try {
        if (!process.waitFor(TIMEOUT)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    long pid() {
      return process.pid();
    }

    /** Reads what it prints until a line as described. */
    String awaitLine(Predicate<String> wanted) {
      for (String line = next(); line != null; line = next()) {
        if (wanted.test(line)) {
          return line;
        }
      }
      throw new AssertionError("ended too early: " + end().text());
    }

    private String next() {
      try {
        String line = output.readLine();
        if (line != null) {
          lines.add(line);
        }
        return line;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Sends a signal, such as {@code INT}. */
    void signal(String name) {
      try {
        new ProcessBuilder("kill", "-" + name, String.valueOf(pid())).start().onExit().join();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Kills it, so that it cannot tidy up. */
    void kill() {
      process.destroyForcibly().onExit().join();
    }

    /** Waits for its end, reading all that it prints. */
    Ended end() {
      while (next() != null) {}
      int status = process.onExit().join().exitValue();
      try {
        return new Ended(status, List.copyOf(lines), Files.readAllLines(err));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
