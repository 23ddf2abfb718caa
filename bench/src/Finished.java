import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process that ran to its end.
 *
 * @param output what it wrote, errors included
 * @param cpuSeconds user and system time of it and of all its children
 * @param peakBytes the most memory that they held together
 */
record Finished(String output, double cpuSeconds, long peakBytes) {
  private static final long SAMPLING_MILLIS = 100;
  private static final long LONGEST_SECONDS = 300;

  /** Runs a command on one CPU, counted by the shell, which counts exactly. */
  static Finished run(int cpu, List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("bench", ".out");
    Path times = Files.createTempFile("bench", ".cpu");
    try {
      List<String> counted =
          new ArrayList<>(
              List.of(
                  "bash",
                  "-c",
                  "TIMEFORMAT='%3U %3S'; { time \"$@\" 2>&1 ; } 2>" + times,
                  "bash",
                  "taskset",
                  "-c",
                  Integer.toString(cpu)));
      counted.addAll(command);
      Process process =
          new ProcessBuilder(counted)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      long peak = watch(process);
      String text = Files.readString(output);
      if (process.exitValue() != 0) {
        throw new IOException(String.join(" ", command) + " failed:\n" + text);
      }
      return new Finished(text, sum(Files.readString(times)), peak);
    } finally {
      Files.delete(output);
      Files.delete(times);
    }
  }

  private static long watch(Process process) throws InterruptedException, IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    long peak = 0;
    try {
      while (!process.waitFor(SAMPLING_MILLIS, TimeUnit.MILLISECONDS)) {
        peak = Math.max(peak, process.descendants().mapToLong(Finished::residentBytes).sum());
        if (System.nanoTime() - end > 0) {
          throw new IOException("a generator did not end within " + LONGEST_SECONDS + " s");
        }
      }
      return peak;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static long residentBytes(ProcessHandle process) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> 1_024 * Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  private static double sum(String times) {
    return Stream.of(times.strip().split("\\s+")).mapToDouble(Double::parseDouble).sum();
  }
}
