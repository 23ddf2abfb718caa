import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.Phase;
import tasktracker.load.model.Arrivals;
import tasktracker.load.model.OpenModel;
import tasktracker.load.recording.Endpoint;
import tasktracker.load.recording.Outcome;
import tasktracker.load.recording.Recorder;
import tasktracker.load.recording.Second;
import tasktracker.load.worker.LoadOrder;
import tasktracker.load.worker.ScenarioSource;
import tasktracker.load.worker.WorkerPlaces;
import tasktracker.load.worker.WorkerRecord;
import tasktracker.load.worker.WorkerToken;
import tasktracker.load.worker.Workers;

/** What workers cost their coordinator: measured with a few, and simulated with many. */
final class WorkersBench {
  private static final int[] REAL = {1, 2, 4, 8};
  private static final int[] MANY = {8, 10, 100, 1_000};
  private static final int FIRST_PORT = 8_800;
  private static final int ENDPOINTS = 8;
  private static final int RATE_OF_A_WORKER = 100;
  private static final int TRIALS = 1_000;
  private static final int QUESTIONS = 20;
  private static final com.sun.management.OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);

  private final BenchOptions options;
  private final Path folder;

  private WorkersBench(BenchOptions options, Path folder) {
    this.options = options;
    this.folder = folder;
  }

  static void main(String[] arguments) throws Exception {
    BenchOptions options = BenchOptions.parse("workers", arguments);
    Path folder = Files.createTempDirectory("bench");
    try {
      WorkersBench bench = new WorkersBench(options, folder);
      bench.coordination();
      spreads();
      merging();
    } catch (IOException e) {
      System.err.println("bench/workers: " + e.getMessage());
      System.exit(3);
    } finally {
      BenchOptions.delete(folder);
    }
  }

  /** Real workers, all on CPU 1, against nginx on CPU 0, where the coordinator is too. */
  private void coordination() throws Exception {
    Table table =
        new Table(
            "Real workers of this machine, %s requests/s each to %s endpoints, %s s"
                .formatted(RATE_OF_A_WORKER, ENDPOINTS, options.longSeconds()),
            "workers",
            "start spread ms",
            "clock offset ms, worst",
            "round trip ms, worst",
            "bytes/s of a worker",
            "coordinator CPU ms/s of a worker",
            "requests done of those due");
    Path token = folder.resolve("token");
    WorkerToken.create(token);
    try (Server nginx = Server.nginx(0, folder)) {
      // The first is the coordinator's warm-up.
      together(2, token, false);
      for (int count : REAL) {
        System.err.println(count + " workers");
        // Counting costs CPU time of its own.
        Cost counted = together(count, token, true);
        Cost plain = together(count, token, false);
        table.row(
            String.valueOf(count),
            Table.number(plain.startSpread, 3),
            Table.number(plain.clockOffset, 3),
            Table.number(plain.roundTrip, 3),
            Table.number(counted.bytes, 0),
            Table.number(plain.cpu, 2),
            Table.number(plain.done, 1) + " %");
      }
    }
    table.print();
  }

  private Cost together(int count, Path token, boolean counts) throws Exception {
    List<Process> processes = new ArrayList<>();
    List<CountedLine> lines = new ArrayList<>();
    List<InetSocketAddress> addresses = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        int port = FIRST_PORT + i;
        processes.add(worker(port, token));
        if (counts) {
          lines.add(new CountedLine(port));
        }
        addresses.add(
            counts
                ? lines.getLast().address()
                : InetSocketAddress.createUnresolved("127.0.0.1", port));
      }
      Duration length = Duration.ofSeconds(options.longSeconds());
      LoadPlan plan =
          LoadPlan.of(
                  URI.create(Server.URL),
                  scenario().open(),
                  new OpenModel(Arrivals.constant(RATE_OF_A_WORKER * count), 64 * count))
              .withWarmUp(Duration.ofSeconds(2))
              .withMeasurement(length);
      Workers workers =
          new Workers(
              LoadOrder.of(plan, scenario()),
              plan,
              new WorkerPlaces.Listening(addresses, WorkerToken.read(token)));
      Cost cost = new Cost(lines);
      LoadResult result = workers.run(cost);
      cost.of(result, workers.records(), count * (double) length.toSeconds());
      return cost;
    } finally {
      for (CountedLine line : lines) {
        line.close();
      }
      for (Process process : processes) {
        process.destroy();
        process.waitFor();
      }
    }
  }

  private static ScenarioSource scenario() {
    String tasks =
        IntStream.range(0, ENDPOINTS)
            .mapToObj(i -> "  - {name: Endpoint %s, path: /endpoint/%s}\n".formatted(i, i))
            .collect(Collectors.joining());
    return new ScenarioSource.Yaml("bench.yaml", "think_time: 0s\ntasks:\n" + tasks, "");
  }

  private static Process worker(int port, Path token) throws IOException {
    Process process =
        new ProcessBuilder(
                "taskset",
                "-c",
                "1",
                System.getProperty("lab"),
                "worker",
                "--listen",
                "127.0.0.1:" + port,
                "--token-file",
                token.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output = process.inputReader();
    for (String line = output.readLine(); !line.startsWith("Ready"); line = output.readLine()) {}
    return process;
  }

  /** What a measurement costs the coordinator, for a worker and second of it. */
  private static final class Cost implements LoadListener {
    private final List<CountedLine> lines;
    private double bytes;
    private double cpu;
    private double startSpread;
    private double clockOffset;
    private double roundTrip;
    private double done;

    Cost(List<CountedLine> lines) {
      this.lines = lines;
    }

    @Override
    public void phaseStarted(Phase phase, Instant at) {
      if (phase == Phase.MEASUREMENT || phase == Phase.WIND_DOWN) {
        int sign = phase == Phase.MEASUREMENT ? -1 : 1;
        cpu += sign * SYSTEM.getProcessCpuTime() / 1e6;
        bytes += sign * lines.stream().mapToLong(CountedLine::fromWorker).sum();
      }
    }

    void of(LoadResult result, List<WorkerRecord> records, double workerSeconds) {
      bytes /= workerSeconds;
      cpu /= workerSeconds;
      startSpread = WorkerRecord.startSpread(records).orElseThrow().toNanos() / 1e6;
      for (WorkerRecord record : records) {
        clockOffset = Math.max(clockOffset, Math.abs(record.before().ahead().toNanos() / 1e6));
        roundTrip = Math.max(roundTrip, record.before().roundTrip().toNanos() / 1e6);
      }
      done = 100.0 * result.aggregated().requests() / (RATE_OF_A_WORKER * workerSeconds);
    }
  }

  /** A network between coordinator and workers. */
  private record Network(String name, double oneWayMs, double jitterMs, double asymmetry) {
    /** One way there: the least that it takes, and a wait in queues that is now and then long. */
    private double there(Random random) {
      return oneWayMs * (1 + asymmetry) + wait(random);
    }

    private double back(Random random) {
      return oneWayMs * (1 - asymmetry) + wait(random);
    }

    private double wait(Random random) {
      return -jitterMs * Math.log(1 - random.nextDouble());
    }
  }

  /** Begins of simulated workers: the error of the clock offset, and the lateness of the message. */
  private static void spreads() {
    Table table =
        new Table(
            "Simulated: from the first worker that begins to the last, ms, %s trials"
                .formatted(TRIALS),
            "network",
            "workers",
            "median",
            "p99",
            "beyond 100 ms");
    List<Network> networks =
        List.of(
            new Network("one rack: 0.1 ms one way, 0.05 ms of queues", 0.1, 0.05, 0),
            new Network("one site: 1 ms, 1 ms of queues", 1, 1, 0),
            new Network("two regions: 20 ms, 5 ms of queues, ways differ by 20 %", 20, 5, 0.1));
    for (Network network : networks) {
      for (int workers : MANY) {
        Random random = new Random(workers);
        double[] spreads = new double[TRIALS];
        for (int i = 0; i < TRIALS; i++) {
          spreads[i] = spread(network, workers, random);
        }
        Arrays.sort(spreads);
        table.row(
            network.name(),
            Table.number(workers, 0),
            Table.number(spreads[TRIALS / 2], 3),
            Table.number(spreads[TRIALS * 99 / 100], 3),
            Table.number(
                Arrays.stream(spreads).filter(each -> each > 100).count() * 100.0 / TRIALS, 1)
                + " %");
      }
    }
    table.print();
  }

  private static double spread(Network network, int workers, Random random) {
    double[] clockErrors = new double[workers];
    double longestRoundTrip = 0;
    for (int i = 0; i < workers; i++) {
      double shortest = Double.MAX_VALUE;
      for (int question = 0; question < QUESTIONS; question++) {
        double there = network.there(random);
        double back = network.back(random);
        if (there + back < shortest) {
          shortest = there + back;
          clockErrors[i] = (there - back) / 2;
        }
      }
      longestRoundTrip = Math.max(longestRoundTrip, shortest);
    }
    double notice = 100 + 2 * longestRoundTrip;
    double first = Double.MAX_VALUE;
    double last = -Double.MAX_VALUE;
    for (double error : clockErrors) {
      // Ahead by the error, the worker begins early by it; not before it is told.
      double begins = Math.max(notice - error, network.there(random) + 5);
      first = Math.min(first, begins);
      last = Math.max(last, begins);
    }
    return last - first;
  }

  /** A second of many workers becomes one. */
  private static void merging() {
    Table table =
        new Table(
            "Merging a second of so many workers, %s endpoints, %s requests each"
                .formatted(ENDPOINTS, RATE_OF_A_WORKER),
            "workers",
            "ms");
    Second one = second();
    for (int workers : MANY) {
      long best = Long.MAX_VALUE;
      for (int round = 0; round < 20; round++) {
        long begun = System.nanoTime();
        Second sum = one;
        for (int i = 1; i < workers; i++) {
          sum = sum.plus(one);
        }
        if (sum.aggregated().requests() != one.aggregated().requests() * workers) {
          throw new IllegalStateException("requests were lost");
        }
        best = Math.min(best, System.nanoTime() - begun);
      }
      table.row(Table.number(workers, 0), Table.number(best / 1e6, 2));
    }
    table.print();
  }

  private static Second second() {
    Random random = new Random(1);
    Recorder recorder = new Recorder(Instant.EPOCH, 0, true);
    for (int i = 0; i < RATE_OF_A_WORKER; i++) {
      long latency = (long) (Math.exp(random.nextGaussian() / 2) * 4_000_000);
      long end = latency + random.nextLong(900_000_000);
      recorder.add(
          new Endpoint("GET", "Endpoint " + i % ENDPOINTS),
          Outcome.SUCCESS,
          end - latency,
          end - latency + 50_000,
          end,
          445);
    }
    return recorder.finish(1_000_000_000, 1).seconds().getFirst();
  }
}
