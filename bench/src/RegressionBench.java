import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tasktracker.analysis.compare.Comparisons;
import tasktracker.analysis.verdict.AnalysedRun;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.Comparison;
import tasktracker.analysis.verdict.RunAssessment;
import tasktracker.analysis.verdict.Wording;
import tasktracker.error.LabException;
import tasktracker.report.verdict.FolderAnalysis;
import tasktracker.results.ResultsFolder;

/**
 * Compares two built revisions of the lab: their applications, generators and start-up times.
 *
 * <p>Arguments: the folder with the worktrees {@code base} and {@code head}, the number of pairs,
 * the seconds of a short and of a long measurement, the architectures.
 */
final class RegressionBench {
  private static final String BASE = "base";
  private static final String HEAD = "head";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss");
  private static final int SERVER_CPU = 0;
  private static final int GENERATOR_CPU = 1;
  private static final int USERS = 64;
  private static final int APPLICATION_USERS = 20;

  private final Path work;
  private final int pairs;
  private final int shortSeconds;
  private final int longSeconds;
  private final Random random = new Random();
  private final RegressionTable table = new RegressionTable();

  private RegressionBench(Path work, int pairs, int shortSeconds, int longSeconds) {
    this.work = work;
    this.pairs = pairs;
    this.shortSeconds = shortSeconds;
    this.longSeconds = longSeconds;
  }

  static void main(String[] arguments) throws InterruptedException {
    RegressionBench bench =
        new RegressionBench(
            Path.of(arguments[0]),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]));
    try {
      bench.startUp();
      bench.generator();
      for (String architecture : List.of(arguments).subList(4, arguments.length)) {
        bench.application(architecture);
      }
    } catch (IOException | LabException e) {
      System.err.println("bench/regression: " + e.getMessage());
      System.exit(3);
    }
    bench.table.print(bench.pairs);
    System.exit(bench.table.exitCode());
  }

  /** A figure of one revision. */
  private interface Measurement {
    double of(Path revision) throws IOException, InterruptedException;
  }

  private void startUp() throws IOException, InterruptedException {
    table.judge(
        "`--help`",
        "time, ms",
        inPairs("--help", ComparedMetric.P50, revision -> millis(lab(revision), "--help")));
    table.judge(
        "`stack up monolith`",
        "time until it answers, ms",
        inPairs("stack up monolith", ComparedMetric.P50, this::stackUp));
  }

  private double stackUp(Path revision) throws IOException, InterruptedException {
    try {
      return millis(lab(revision), "stack", "up", "monolith");
    } finally {
      millis(lab(revision), "stack", "down", "monolith");
    }
  }

  private void generator() throws IOException, InterruptedException {
    Path folder = Files.createDirectories(work.resolve("nginx"));
    try (Server _ = Server.nginx(SERVER_CPU, folder)) {
      table.judge(
          "generator, %d users".formatted(USERS),
          "CPU time per request, ms",
          inPairs("generator", ComparedMetric.CPU_PER_REQUEST, this::cpuPerRequest));
    }
  }

  /** In ms, from a long run less a short one: start-up, warm-up and compilation cancel out. */
  private double cpuPerRequest(Path revision) throws IOException, InterruptedException {
    Finished brief = load(revision, shortSeconds);
    Finished lengthy = load(revision, longSeconds);
    return 1e3
        * (lengthy.cpuSeconds() - brief.cpuSeconds())
        / (figure(lengthy, "total_requests") - figure(brief, "total_requests"));
  }

  private static Finished load(Path revision, int seconds)
      throws IOException, InterruptedException {
    Finished run =
        Finished.run(
            GENERATOR_CPU,
            List.of(
                lab(revision),
                "load",
                Server.URL + "/",
                "--users",
                Integer.toString(USERS),
                "--warmup",
                Tool.WARM_UP_SECONDS + "s",
                "--duration",
                seconds + "s",
                "-H",
                "Authorization: " + Subject.TOKEN,
                "--json"));
    if (figure(run, "total_failures") != 0) {
      throw new IOException("requests failed:\n" + run.output());
    }
    return run;
  }

  private static double figure(Finished run, String key) {
    return Figures.number(run.output(), "\"" + key + "\"\\s*:\\s*(\\d+)");
  }

  /** Measures in turn, in random order within each pair; the first pair fills caches alone. */
  private Comparison inPairs(String name, ComparedMetric metric, Measurement measurement)
      throws IOException, InterruptedException {
    List<AnalysedRun> runs = new ArrayList<>();
    for (int pair = 0; pair <= pairs; pair++) {
      List<String> order = new ArrayList<>(List.of(BASE, HEAD));
      Collections.shuffle(order, random);
      for (String revision : order) {
        double figure = measurement.of(work.resolve(revision));
        System.err.printf(
            "%s, pair %d of %d: %s %s ms%n",
            name, pair, pairs, revision, Wording.number(figure));
        if (pair > 0) {
          runs.add(run(revision, pair, metric, figure));
        }
      }
    }
    return new Comparisons(AnalysisSettings.DEFAULTS).of(BASE, HEAD, runs);
  }

  private static AnalysedRun run(
      String revision, int pair, ComparedMetric metric, double figure) {
    return new AnalysedRun(
        new RunAssessment(
            revision + "_" + pair, revision, USERS, pair, null, List.of(), false, false),
        Map.of(metric, figure),
        Map.of(),
        null,
        Map.of(),
        List.of(),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        Map.of());
  }

  /** The lab of this checkout compares deployments of the services of both. */
  private void application(String architecture) throws IOException, InterruptedException {
    Path home = Files.createDirectories(work.resolve("lab"));
    RevisedArchitecture revised = new RevisedArchitecture(architecture, home);
    Path results =
        Path.of(System.getProperty("lab"), "experiments/results")
            .resolve("regression_" + architecture + "_" + LocalDateTime.now().format(TIME));
    // Its progress is progress of this bench.
    List<String> command = new ArrayList<>(List.of("bash", "-c", "exec \"$@\" >&2", "bash"));
    command.addAll(Java.command("-Dtasktracker.home=" + home));
    command.addAll(
        List.of(
            "tasktracker.experiments.cli.TaskTracker",
            "versus",
            BASE + "=" + revised.of(BASE, work.resolve(BASE)),
            HEAD + "=" + revised.of(HEAD, work.resolve(HEAD)),
            "--users",
            Integer.toString(APPLICATION_USERS),
            "--duration",
            longSeconds + "s",
            "--think-time",
            "0",
            "--warmup-limit",
            "2m",
            "--repeats",
            Integer.toString(pairs),
            "--outdir",
            results.toString()));
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IOException("the lab could not compare " + architecture + ", see above");
    }
    ResultsFolder folder = ResultsFolder.open(results);
    table.judge(
        "%s, %d users".formatted(architecture, APPLICATION_USERS),
        null,
        FolderAnalysis.of(folder.path(), folder.read(), AnalysisSettings.DEFAULTS)
            .comparisons()
            .getFirst());
  }

  private static String lab(Path revision) {
    return revision.resolve("tasktracker").toString();
  }

  /** How long a command takes to its end. */
  private double millis(String... command) throws IOException, InterruptedException {
    Path output = work.resolve("command.log");
    long begin = System.nanoTime();
    int status =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();
    double millis = (System.nanoTime() - begin) / 1e6;
    if (status != 0) {
      throw new IOException(String.join(" ", command) + " failed:\n" + Files.readString(output));
    }
    return millis;
  }
}
