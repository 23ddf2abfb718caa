package tasktracker.ui.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tasktracker.report.RepeatCommand;

/** A job and its process. Thread-safe. */
final class StartedJob {
  private static final int TAIL = 4 << 10;
  private static final int SHOWN_LINES = 12;

  private final long id;
  private final String folder;
  private final List<String> command;
  private final Path output;
  private Job.State state = Job.State.QUEUED;
  private String problem = "";
  private Process process;

  StartedJob(long id, String folder, List<String> command, Path outputs) {
    this.id = id;
    this.folder = folder;
    this.command = List.copyOf(command);
    this.output = outputs.resolve(folder + ".log");
  }

  String folder() {
    return folder;
  }

  synchronized boolean is(Job.State wanted) {
    return state == wanted;
  }

  synchronized boolean isOver() {
    return state == Job.State.CANCELLED || state == Job.State.ENDED;
  }

  /** Starts the process unless it was cancelled. */
  synchronized boolean start(Path launcher) {
    if (state != Job.State.QUEUED) {
      return false;
    }
    List<String> words = new ArrayList<>(List.of(launcher.toString()));
    words.addAll(command);
    try {
      Files.createDirectories(output.getParent());
      ProcessBuilder builder =
          new ProcessBuilder(words)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().put("NO_COLOR", "1");
      process = builder.start();
      state = Job.State.RUNNING;
      return true;
    } catch (IOException e) {
      problem = "cannot be started: " + e.getMessage();
      state = Job.State.ENDED;
      return false;
    }
  }

  /** Waits for the end of the process. */
  void await() throws InterruptedException {
    Process running = running();
    running.waitFor();
    ended();
  }

  /** The same for so long at most. */
  void await(long time, TimeUnit unit) throws InterruptedException {
    Process running = running();
    if (running != null && running.waitFor(time, unit)) {
      ended();
    }
  }

  private synchronized Process running() {
    return process;
  }

  private synchronized void ended() {
    state = Job.State.ENDED;
  }

  /** The same signal as from a service manager: faults are undone, what was measured is kept. */
  synchronized void cancel() {
    if (state == Job.State.QUEUED) {
      state = Job.State.CANCELLED;
    } else if (state == Job.State.RUNNING) {
      state = Job.State.CANCELLING;
      process.destroy();
    }
  }

  synchronized Job view() {
    return new Job(
        id,
        folder,
        RepeatCommand.of(command),
        state,
        process == null || process.isAlive() ? null : process.exitValue(),
        problem.isEmpty() ? lastLines() : List.of(problem));
  }

  private List<String> lastLines() {
    if (!Files.isRegularFile(output)) {
      return List.of();
    }
    try (RandomAccessFile in = new RandomAccessFile(output.toFile(), "r")) {
      byte[] tail = new byte[(int) Math.min(TAIL, in.length())];
      in.seek(in.length() - tail.length);
      in.readFully(tail);
      List<String> lines = new String(tail, UTF_8).lines().toList();
      return lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size());
    } catch (IOException e) {
      return List.of();
    }
  }
}
