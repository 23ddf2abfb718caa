import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Compares generators: nginx on the first CPU, one generator after the other on the second. */
final class GeneratorBench {
  private static final int SERVER_CPU = 0;
  private static final int GENERATOR_CPU = 1;
  private static final int[] USERS = {64, 1_000};

  /** Five seconds to spawn them, and time for the compiler, which shares the generator's CPU. */
  private static final int MANY_USERS_WARM_UP_SECONDS = 25;

  private final BenchOptions options;
  private final Path folder;

  private GeneratorBench(BenchOptions options, Path folder) {
    this.options = options;
    this.folder = folder;
  }

  static void main(String[] arguments) throws Exception {
    BenchOptions options = BenchOptions.parse("generator", arguments);
    Path folder = Files.createTempDirectory("bench");
    try {
      new GeneratorBench(options, folder).run();
    } catch (IOException e) {
      System.err.println("bench/generator: " + e.getMessage());
      System.exit(3);
    } finally {
      BenchOptions.delete(folder);
    }
  }

  /**
   * One run of a tool, whose costs are those of a long run less those of a short one: start-up and
   * warm-up then cancel out.
   */
  private record Cost(Figures figures, double cpuMicros, long peakBytes) {}

  private void run() throws IOException, InterruptedException {
    List<Tool> tools = Tool.installed();
    try (Server _ = Server.nginx(SERVER_CPU, folder)) {
      for (int users : USERS) {
        compare(tools, users);
      }
      ownFigures();
      manyUsers();
    }
    try (Server _ = Server.java(SERVER_CPU, "CannedTaskTracker")) {
      scenario();
    }
  }

  private void compare(List<Tool> tools, int users) throws IOException, InterruptedException {
    Map<Tool, List<Cost>> costs = new EnumMap<>(Tool.class);
    for (int round = 0; round < options.rounds(); round++) {
      for (Tool tool : tools) {
        System.err.printf("%d users, round %d: %s%n", users, round + 1, tool.title);
        costs.computeIfAbsent(tool, _ -> new ArrayList<>()).add(cost(tool, users));
      }
    }
    Table table =
        new Table(
            "%d users, no think time, 445 bytes; median of %d rounds"
                .formatted(users, options.rounds()),
            "generator", "requests/s", "CPU µs/request", "× wrk", "p50 ms", "p99 ms", "peak MB");
    double wrk = costs.containsKey(Tool.WRK) ? median(costs.get(Tool.WRK), Cost::cpuMicros) : Double.NaN;
    costs.forEach(
        (tool, list) ->
            table.row(
                tool.title,
                Table.number(median(list, cost -> cost.figures().rps()), 0),
                Table.number(median(list, Cost::cpuMicros), 2),
                Table.number(median(list, Cost::cpuMicros) / wrk, 2),
                Table.number(median(list, cost -> cost.figures().p50()) / 1e3, 3),
                Table.number(median(list, cost -> cost.figures().p99()) / 1e3, 3),
                Table.number(median(list, cost -> cost.peakBytes()) / 1e6, 0)));
    table.print();
  }

  private Cost cost(Tool tool, int users) throws IOException, InterruptedException {
    Finished brief = run(tool.command(users, options.shortSeconds(), folder));
    Figures few = tool.read(brief.output(), folder);
    Finished lengthy = run(tool.command(users, options.longSeconds(), folder));
    Figures many = tool.read(lengthy.output(), folder);
    return new Cost(many, cpuMicros(brief, few, lengthy, many), lengthy.peakBytes());
  }

  /** Allocation and pauses at full speed, in a run of their own that nothing else shares. */
  private void ownFigures() throws IOException, InterruptedException {
    Table table =
        new Table("TaskTracker load at full speed", "users", "allocated B/request", "longest GC pause ms");
    for (int users : USERS) {
      String output =
          run(Tool.OURS.command(users, options.longSeconds(), folder)).output();
      table.row(
          Integer.toString(users),
          Table.number(Figures.of(output, "allocated"), 0),
          Table.number(Figures.of(output, "pause") / 1e3, 2));
    }
    table.print();
  }

  private void manyUsers() throws IOException, InterruptedException {
    int users = options.manyUsers();
    Finished base = run(Tool.subject("get", "1", 2, 3, "1s"));
    Finished many = run(Tool.subject("get", Integer.toString(users), MANY_USERS_WARM_UP_SECONDS, options.longSeconds(), "1s"));
    Table table =
        new Table(
            users + " users, 1 s think time",
            "requests/s", "failures", "p99 ms", "scheduling delay p99 ms", "KB/user", "longest GC pause ms", "validity");
    table.row(
        Table.number(Figures.of(many.output(), "rps"), 0),
        Table.number(Figures.of(many.output(), "failures"), 0),
        Table.number(Figures.of(many.output(), "p99") / 1e3, 2),
        Table.number(Figures.of(many.output(), "delay") / 1e3, 2),
        Table.number((many.peakBytes() - base.peakBytes()) / 1_024.0 / users, 1),
        Table.number(Figures.of(many.output(), "pause") / 1e3, 2),
        many.output().replaceAll("(?s).*validity=(\\w+).*", "$1"));
    table.print();
  }

  private void scenario() throws IOException, InterruptedException {
    double[] micros = new double[options.rounds()];
    double[] rates = new double[options.rounds()];
    for (int round = 0; round < micros.length; round++) {
      Finished brief = run(scenario(options.shortSeconds()));
      Finished lengthy = run(scenario(options.longSeconds()));
      Figures many = Tool.ours(lengthy.output());
      micros[round] = cpuMicros(brief, Tool.ours(brief.output()), lengthy, many);
      rates[round] = many.rps();
    }
    Table table =
        new Table("The TaskTracker scenario, 64 users, no think time", "requests/s", "CPU µs/request");
    table.row(Table.number(median(rates), 0), Table.number(median(micros), 2));
    table.print();
  }

  private static List<String> scenario(int seconds) {
    return Tool.subject("tasktracker", "64", Tool.WARM_UP_SECONDS, seconds, "0");
  }

  private static Finished run(List<String> command) throws IOException, InterruptedException {
    return Finished.run(GENERATOR_CPU, command);
  }

  private static double cpuMicros(Finished brief, Figures few, Finished lengthy, Figures many) {
    return 1e6 * (lengthy.cpuSeconds() - brief.cpuSeconds()) / (many.requests() - few.requests());
  }

  private static double median(List<Cost> costs, ToDoubleFunction<Cost> figure) {
    return median(costs.stream().mapToDouble(figure).toArray());
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
