import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Lets generators measure a server whose latencies are known: 20 ms, and one second without life. */
final class AccuracyBench {
  private static final int SERVER_CPU = 0;
  private static final int GENERATOR_CPU = 1;
  private static final int USERS = 64;
  private static final int RATE = 500;

  private final int seconds;
  private final Path folder;

  private AccuracyBench(int seconds, Path folder) {
    this.seconds = seconds;
    this.folder = folder;
  }

  static void main(String[] arguments) throws Exception {
    BenchOptions options = BenchOptions.parse("accuracy", arguments);
    Path folder = Files.createTempDirectory("bench");
    try {
      new AccuracyBench(2 * options.longSeconds(), folder).run();
    } catch (IOException e) {
      System.err.println("bench/accuracy: " + e.getMessage());
      System.exit(3);
    } finally {
      BenchOptions.delete(folder);
    }
  }

  private void run() throws IOException, InterruptedException {
    Table closed =
        new Table(
            "Closed model: %d users, no think time, %d s, one second of standstill"
                .formatted(USERS, seconds),
            "generator", "requests", "p50 ms", "p99 ms", "max ms");
    closed.row("truth", "", truth(FreezingServer.SERVICE_TIME), truth(FreezingServer.SERVICE_TIME), longest());
    for (Tool tool : Tool.installed()) {
      System.err.printf("closed model: %s%n", tool.title);
      int warmUp = tool == Tool.OURS ? Tool.WARM_UP_SECONDS : 0;
      String output = measure(warmUp, tool.command(USERS, seconds, folder));
      row(closed, tool.title, tool.read(output, folder));
    }
    System.err.println("open model: " + Tool.OURS.title);
    Table open =
        new Table(
            "Open model: %d arrivals/s, %d s, one second of standstill".formatted(RATE, seconds),
            "generator", "requests", "p50 ms", "p99 ms", "max ms");
    double[] expected = expectedMillis();
    open.row(
        "truth, from the schedule",
        Integer.toString(expected.length),
        Table.number(percentile(expected, 50), 1),
        Table.number(percentile(expected, 99), 1),
        Table.number(percentile(expected, 100), 1));
    List<String> command =
        Tool.subject("get", RATE + "/s", Tool.WARM_UP_SECONDS, seconds, "0");
    row(open, Tool.OURS.title, Tool.ours(measure(Tool.WARM_UP_SECONDS, command)));
    closed.print();
    open.print();
  }

  /** Runs a generator against a new server, which stands still in the middle of the measurement. */
  private String measure(int warmUpSeconds, List<String> command)
      throws IOException, InterruptedException {
    String until = Integer.toString(warmUpSeconds + seconds / 2);
    try (Server _ = Server.java(SERVER_CPU, "FreezingServer", until)) {
      return Finished.run(GENERATOR_CPU, command).output();
    }
  }

  private static void row(Table table, String title, Figures figures) {
    table.row(
        title,
        Long.toString(figures.requests()),
        Table.number(figures.p50() / 1e3, 2),
        Table.number(figures.p99() / 1e3, 1),
        Table.number(figures.max() / 1e3, 1));
  }

  /**
   * What arrivals at equal intervals must see: those in the standstill wait for its end and then
   * 20 ms, those whose answer became due in it wait for its end alone. In order of length.
   */
  private double[] expectedMillis() {
    double service = FreezingServer.SERVICE_TIME.toNanos() / 1e6;
    double freeze = FreezingServer.FREEZE.toNanos() / 1e6;
    double begin = 1e3 * (seconds / 2);
    double end = begin + freeze;
    return IntStream.range(0, seconds * RATE)
        .mapToDouble(arrival -> arrival * 1e3 / RATE)
        .map(at -> {
          boolean waits = at + service > begin && at < end;
          return waits ? end - at + (at < begin ? 0 : service) : service;
        })
        .sorted()
        .toArray();
  }

  private static double percentile(double[] sorted, double percent) {
    return sorted[Math.max(0, (int) Math.ceil(percent / 100 * sorted.length) - 1)];
  }

  private static String longest() {
    return truth(FreezingServer.FREEZE.plus(FreezingServer.SERVICE_TIME));
  }

  private static String truth(Duration time) {
    return Table.number(time.toNanos() / 1e6, 1);
  }
}
