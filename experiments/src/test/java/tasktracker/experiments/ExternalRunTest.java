package tasktracker.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.error.EnvironmentException;
import tasktracker.experiments.definition.GeneratorDefinition;
import tasktracker.load.watch.Validity;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;
import tasktracker.results.foreign.ForeignFormats;

/** Commands of a shell in the place of a load generator. */
class ExternalRunTest {
  /** Ten requests a second in the form of k6, as long as it is told. */
  private static final String LOAD =
      """
      echo "load on $2 of $3 users"
      echo metric_name,timestamp,metric_value,method,name,status > "$1"
      end=$(($(date +%s) + ${4%s}))
      while [ "$(date +%s)" -lt "$end" ]; do
        now=$(date +%s)
        echo "vus,$now,$3,,,
      http_req_duration,$now,5.5,GET,/,200
      iterations,$now,1,,," >> "$1"
        sleep 0.1
      done
      """;

  @TempDir private Path folder;

  @Test
  void measuresTheTimeBehindTheWarmUpAlone() throws Exception {
    RunResult run = run(LOAD, 2, Duration.ofSeconds(2));

    assertThat(run.duration()).isEqualTo(Duration.ofSeconds(2));
    assertThat(run.figures().totalRequests()).isBetween(4L, 24L);
    assertThat(run.figures().latency().p95()).isEqualTo(5.5);
    assertThat(run.additions())
        .containsEntry("generator", "k6")
        .containsEntry("requests_per_iteration", 1.0)
        .doesNotContainKey("validity");
    assertThat(folder.resolve("generator.log"))
        .hasContent("load on http://127.0.0.1:8099 of 2 users");
    assertThat(folder.resolve("stats_stats.csv")).exists();
    assertThat(folder.resolve("latency.hlog")).exists();
  }

  @Test
  void isInvalidWhenTheGeneratorFailsOrDoesSomethingElse() throws Exception {
    RunResult run =
        run(LOAD.replace("vus,$now,$3", "vus,$now,7") + "exit 99\n", 2, Duration.ofSeconds(2));

    assertThat(run.additions()).containsEntry("validity", Validity.INVALID);
    assertThat(run.additions().get("validity_reasons").toString())
        .contains("k6 ended with exit code 99", "k6 ran up to 7 users, not 2");
  }

  @Test
  void isInvalidWhenTheLoadEndsEarly() throws Exception {
    RunResult run = run(LOAD.replace("${4%s}", "3"), 2, Duration.ofSeconds(6));

    assertThat(run.additions().get("validity_reasons").toString())
        .contains("the load of k6 ended", "s before the measurement");
  }

  @Test
  void failsWithTheLastLinesWhereNothingWasWritten() {
    assertThatThrownBy(() -> run("echo no such script; exit 4", 2, Duration.ofSeconds(1)))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining("k6 ended with exit code 4 and wrote no file")
        .hasMessageContaining("  no such script");
    assertThatThrownBy(() -> run("exit 0", 2, Duration.ofSeconds(1)))
        .hasMessageContaining("wrote no file")
        .hasMessageContaining("and said nothing");
    assertThatThrownBy(() -> run(": > \"$1\"", 2, Duration.ofSeconds(1)))
        .hasMessageContaining("k6.csv: is empty");
  }

  @Test
  void endsAGeneratorThatDoesNotEnd() {
    assertThatThrownBy(() -> run("echo $$ > pid; sleep 600 & wait", 2, Duration.ofSeconds(1)))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining("still ran 1 s after its load should have ended");
    assertThat(folder.resolve("pid"))
        .content()
        .satisfies(pid -> assertThat(isAlive(pid)).isFalse());
  }

  @Test
  void endsItWhenTheLabIsInterrupted() throws Exception {
    Thread lab =
        Thread.ofPlatform()
            .start(() -> {
              try {
                run("echo $$ > pid; sleep 600 & wait", 2, Duration.ofSeconds(60));
              } catch (InterruptedException | IOException e) {
                Thread.currentThread().interrupt();
              }
            });
    Path pid = folder.resolve("pid");
    while (!Files.exists(pid) || Files.size(pid) == 0) {
      Thread.sleep(20);
    }

    lab.interrupt();
    lab.join();

    assertThat(isAlive(Files.readString(pid))).isFalse();
  }

  private static boolean isAlive(String pid) {
    Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(pid.strip()));
    for (int i = 0; i < 100 && process.filter(ProcessHandle::isAlive).isPresent(); i++) {
      LockSupport.parkNanos(50_000_000);
    }
    return process.filter(ProcessHandle::isAlive).isPresent();
  }

  private RunResult run(String script, int users, Duration duration)
      throws InterruptedException, IOException {
    Path file = Files.writeString(folder.resolveSibling(folder.getFileName() + ".sh"), script);
    GeneratorDefinition generator =
        new GeneratorDefinition(
            List.of("sh", file.toString(), "{out}", "{url}", "{users}", "{duration}"),
            ForeignFormats.named("k6-csv").orElseThrow(),
            folder,
            Map.of(),
            Duration.ofSeconds(1));
    try {
      return new ExternalRun(
              generator,
              new RunName(0, "shop", users),
              URI.create("http://127.0.0.1:8099/"),
              folder,
              Duration.ofSeconds(1),
              duration,
              1,
              (_, _) -> {})
          .carryOut(Optional.empty());
    } finally {
      Files.delete(file);
    }
  }
}
