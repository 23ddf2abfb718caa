import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What the dashboard costs its server, and whether an open page moves what is measured. */
final class DashboardBench {
  private static final int EXPERIMENTS = 1_000;
  private static final int[] PAGES = {0, 1, 10, 40};
  private static final int SETTLING_SECONDS = 10;
  private static final String LIVE = "sweep_live";
  private static final String SECOND =
      """
      {"event":"second","at":"%s","run":"run_000_a_c50","system":"a","level":50,"phase":"measurement",\
      "users":50,"remaining_s":%d.0,"requests":{"rps":%d.0,"goodput":%d.0,"p50_ms":1.9,"p95_ms":4.1,\
      "p99_ms":9.5,"errors":{}},"services":{"users":{"cpu":0.31,"mem":1.2E8},"tasks":{"cpu":0.52,\
      "mem":1.3E8}},"generator":{"cpu_share":0.2,"delay_p99_ms":0.3,"gc_pause_ms":0.0,"doubts":[]},\
      "fault":null}
      """;

  private final BenchOptions options;
  private final Path folder;

  private DashboardBench(BenchOptions options, Path folder) {
    this.options = options;
    this.folder = folder;
  }

  static void main(String[] arguments) throws Exception {
    BenchOptions options = BenchOptions.parse("dashboard", arguments);
    Path folder = Files.createTempDirectory("bench");
    try {
      DashboardBench bench = new DashboardBench(options, folder);
      bench.server();
      bench.measurement();
    } catch (IOException e) {
      System.err.println("bench/dashboard: " + e.getMessage());
      System.exit(3);
    } finally {
      BenchOptions.delete(folder);
    }
  }

  private void server() throws Exception {
    Path results = Files.createDirectories(folder.resolve("kept"));
    for (int i = 0; i < EXPERIMENTS; i++) {
      experiment(results, "sweep_%04d".formatted(i), "{\"event\":\"ended\",\"exit_code\":0}\n");
    }
    Table listing = new Table("%,d experiments in a list".formatted(EXPERIMENTS), "request", "ms");
    Table following =
        new Table(
            "Pages that follow an experiment of one line a second, %d s"
                .formatted(2 * options.longSeconds()),
            "open pages", "server CPU, % of a core", "for a page");
    try (ServedDashboard dashboard = ServedDashboard.of(results)) {
      System.err.println("list of experiments");
      listing.row("first", Table.number(dashboard.millis("/api/experiments"), 0));
      listing.row("second", Table.number(dashboard.millis("/api/experiments"), 0));
      try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
        Path log = experiment(results, LIVE, "").resolve("live.jsonl");
        int[] second = {0};
        clock.scheduleAtFixedRate(() -> append(log, second[0]++), 1, 1, TimeUnit.SECONDS);
        follow(dashboard, following);
        clock.shutdownNow();
      }
    }
    listing.print();
    following.print();
  }

  private void follow(ServedDashboard dashboard, Table table) throws Exception {
    double none = 0;
    for (int pages : PAGES) {
      System.err.printf("%d open pages%n", pages);
      List<AutoCloseable> open = new ArrayList<>();
      for (int i = 0; i < pages; i++) {
        open.add(dashboard.follow(LIVE));
      }
      Thread.sleep(1_000L * SETTLING_SECONDS);
      double before = dashboard.cpuSeconds();
      long begin = System.nanoTime();
      Thread.sleep(2_000L * options.longSeconds());
      double share =
          100 * (dashboard.cpuSeconds() - before) / ((System.nanoTime() - begin) / 1e9);
      none = pages == 0 ? share : none;
      table.row(
          Integer.toString(pages),
          Table.number(share, 2),
          pages == 0 ? "" : Table.number((share - none) / pages, 2));
      for (AutoCloseable page : open) {
        page.close();
      }
    }
  }

  /** The lab compares a server with itself: while a page follows the experiment, and while none. */
  private void measurement() throws Exception {
    Path results = Files.createDirectories(folder.resolve("results"));
    Path outcome = results.resolve("open-page");
    try (Server _ = Server.nginx(0, Files.createDirectories(folder.resolve("nginx")));
        ServedDashboard dashboard = ServedDashboard.of(results);
        OpenPage page = new OpenPage(dashboard.url() + "/experiments/open-page", folder)) {
      System.err.println("the same server with and without an open page");
      Path file = folder.resolve("experiment.yaml");
      Files.writeString(file, experiment(page.port()));
      Process lab =
          new ProcessBuilder(
                  System.getProperty("lab"), "run", file.toString(), "--outdir", outcome.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("lab.log").toFile())
              .start();
      if (lab.waitFor() != 0) {
        throw new IOException("the lab failed:\n" + Files.readString(folder.resolve("lab.log")));
      }
    }
    System.out.println("\nThe same server, 20 users, with and without an open page\n");
    try (Stream<String> lines = Files.lines(outcome.resolve("summary.md"))) {
      lines.filter(line -> line.startsWith("**") || line.startsWith("|")).limit(8)
          .forEach(System.out::println);
    }
  }

  private String experiment(int port) {
    return """
    name: open-page
    architectures:
      closed: { url: "%1$s/" }
      open: { url: "%1$s/" }
    workload:
      tasks:
        - { name: Page, path: / }
    load: { levels: [20], duration: %2$ds, warmup: 3s, think_time: 10ms-30ms, repeats: %3$d }
    hooks:
      prepare: [[sh, -c, "curl -sf http://127.0.0.1:%4$d/$SYSTEM_NAME"]]
    """
        .formatted(Server.URL, options.longSeconds(), Math.max(2, 2 * options.rounds()), port);
  }

  private static Path experiment(Path results, String name, String end) throws IOException {
    Path there = Files.createDirectories(results.resolve(name));
    Files.writeString(there.resolve("config.json"), "{}");
    Files.writeString(
        there.resolve("live.jsonl"),
        """
        {"event":"started","at":"%s","kind":"sweep","arguments":["sweep"],"pid":%d}
        """
                .formatted(Instant.now(), ProcessHandle.current().pid())
            + end);
    return there;
  }

  private static void append(Path log, int second) {
    try {
      Files.writeString(
          log,
          String.format(
              Locale.ROOT, SECOND, Instant.now(), 100_000 - second, 900 + second % 50, 900),
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
