package tasktracker.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.error.LabException;
import tasktracker.report.VisibleText;
import tasktracker.report.failure.SampleFailure;
import tasktracker.report.failure.UndrawnFailure;
import tasktracker.results.failure.FailureFolder;

/**
 * Damages results folders at random and reads them with the commands: whatever is in a file ends in
 * an exit code that says so and in one line, soon and in little memory. The system properties
 * {@code fuzz.results} and {@code fuzz.seed} ask for more and for others.
 */
class ResultsFuzzTest {
  private static final int MUTATIONS = Integer.getInteger("fuzz.results", 2_000);
  private static final long SEED = Long.getLong("fuzz.seed", 1);
  private static final long MOST_BYTES = 1L << 30;
  private static final String FAILURE = "read failure";

  /** Charts take most of the time, so one of so many folders is drawn. */
  private static final int DRAWN = 256;

  private static final int MOST_ERRORS = 10;
  private static final int LONGEST_LINE = 10_000;
  private static final int MOST_SECONDS = 60;

  @TempDir private Path parent;
  private final Map<String, Integer> codes = new TreeMap<>();
  private SmallFolder pristine;
  private Path failure;
  private Path pipe;

  @BeforeEach
  void createFolders() throws Exception {
    pristine = SmallFolder.of(parent.resolve("pristine"));
    Files.writeString(
        pristine.file("config.json"),
        """
        {"architectures": ["monolith", "microservices"], "repeats": 1, "think_time": "50ms-150ms",
         "load_model": "closed, think time 50ms-150ms", "sample_interval": 1, "replicas": 1,
         "environment": {"cpu_model": "Abacus", "cpus": 2, "memory_bytes": 1024},
         "start_time": "2026-11-24T10:15:00Z", "jvm_flags": ["-Xmx256m"], "total_runs": 6}
        """);
    pristine.change(
        1,
        "\"resources\": null",
        """
        "resources": {"containers": {"app": {"container_name": "app", "samples": [{"timestamp":\
         1780000001.5, "container_name": "app", "cpu_percent": 12.5, "mem_usage_bytes": 1000}],\
         "summary": {"avg_cpu_percent": 12.5, "peak_cpu_percent": 20, "avg_mem_bytes": 1000,\
         "peak_mem_bytes": 1000}}}, "totals": {"avg_cpu_percent": 12.5, "peak_cpu_percent": 20,\
         "avg_mem_bytes": 1000, "peak_mem_bytes": 1000, "avg_mem_gb": 0.1, "peak_mem_gb": 0.1}},\
         "repetition": 1, "validity": "VALID", "wall_s": 20.5,\
         "idle": {"avg_cpu_percent": 1, "avg_mem_bytes": 900},\
         "instances": {"app": {"service": "app", "database": false}}\
        """);
    pristine.add(pristine.line(3).replace("run_002", "run_006"));
    pristine.add(pristine.line(4).replace("run_003", "run_007"));
    pristine.history(
        1,
        "Timestamp,User Count,Type,Name,Requests/s,Failures/s,Total Request Count",
        "%d,10,,Aggregated,9.5,0.0,95");
    pristine.latencies(1);
    Files.writeString(
        pristine.file("failures.jsonl"),
        """
        {"run": "run_000_monolith_c10", "arch": "monolith", "concurrency": 10, "reason": "no",\
         "failed_at": "2026-11-24T10:30:00Z"}
        """);
    assertThat(Ran.of("analyze", pristine.path()).code()).isZero();
    failure = parent.resolve("failure_1");
    new FailureFolder(failure).write("monolith", SampleFailure.of("monolith", 15), List.of());
    pipe = parent.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
  }

  @Test
  void endsEveryDamagedFolderWithAnExitCodeAndALine() throws Exception {
    SoftAssertions softly = new SoftAssertions();
    try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
      for (int i = 0; i < MUTATIONS; i++) {
        Path folder = copy(isFailure(i) ? failure : pristine.path(), parent.resolve("damaged"));
        Mutation mutation = new Mutation(new Random(SEED * 1_000_003 + i), pipe);
        List<Path> files = files(folder);
        List<Path> damaged = new ArrayList<>();
        for (int j = 0; j <= i % 3; j++) {
          damaged.add(mutation.damage(files));
        }
        String what = "seed %d, mutation %d of %s".formatted(SEED, i, damaged);
        Object[] command = command(i, folder);
        Ran ran = reader.submit(() -> measured(command, what)).get(MOST_SECONDS, TimeUnit.SECONDS);
        String line = String.join(" ", Stream.of(command).map(String::valueOf).toList());
        softly.check(() -> check(ran, line + ": " + what));
        if (softly.errorsCollected().size() == MOST_ERRORS) {
          break;
        }
        codes.merge(command[0] + " " + ran.code(), 1, Integer::sum);
        delete(folder);
      }
    }
    softly.assertAll();
    System.out.println("Exit codes of " + MUTATIONS + " damaged folders: " + codes);
    assertThat(codes.keySet()).anyMatch(code -> code.equals("analyze 0"));
  }

  private Object[] command(int i, Path folder) {
    if (i % DRAWN == 0) {
      return new Object[] {
        "slides", pristine.path(), "--failure", folder, "--output", parent.resolve("x.pptx")
      };
    }
    if (i % DRAWN == DRAWN / 2) {
      return new Object[] {"report", folder, "--output", parent.resolve("report")};
    }
    return switch (i % 8) {
      case 1, 2 ->
          new Object[] {"compare", pristine.path(), folder, "--max-regression", "5%", "--force"};
      case 3 -> new Object[] {"compare", folder, pristine.path(), "--max-regression", "5%"};
      case 4 -> new Object[] {FAILURE, folder};
      default -> new Object[] {"analyze", folder, "--slo", "p95<200ms"};
    };
  }

  private static Ran measured(Object[] command, String what) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Ran ran = command[0].equals(FAILURE) ? failure((Path) command[1]) : Ran.of(command);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).as(what).isLessThan(MOST_BYTES);
    return ran;
  }

  /** What plots and slides read of a failure experiment, without the time that drawing takes. */
  private static Ran failure(Path folder) {
    try {
      return new Ran(0, "made: " + UndrawnFailure.of(folder), "");
    } catch (LabException e) {
      return new Ran(e.exitCode(), "", "tasktracker: " + VisibleText.lines(e.getMessage()) + "\n");
    } catch (RuntimeException e) {
      var where = List.of(e.getStackTrace()).subList(0, 3);
      return new Ran(3, "", "unexpected %s at %s".formatted(e, where));
    }
  }

  private static boolean isFailure(int i) {
    return i % DRAWN == 0 || (i % 8 == 4 && i % DRAWN != DRAWN / 2);
  }

  private static void check(Ran ran, String what) {
    assertThat(ran.code()).as(what + "\n" + ran.err()).isBetween(0, 3);
    assertThat(ran.err()).as(what).doesNotContain("unexpected", "Exception", "tools.jackson");
    if (ran.code() > 1) {
      assertThat(ran.err()).as(what).startsWith("tasktracker: ").hasLineCount(1);
      assertThat(ran.err().length()).as(what).isBetween(20, LONGEST_LINE);
    }
    assertThat((ran.out() + ran.err()).chars().filter(c -> Character.isISOControl(c) && c != '\n'))
        .as(what)
        .isEmpty();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    return to;
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failed)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
