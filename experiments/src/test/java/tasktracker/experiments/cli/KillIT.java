package tasktracker.experiments.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Labs that are killed at random moments of all phases: nothing that they started lives on, what
 * they measured is kept, and the next start works. {@code -Dkills=60} and {@code -Dkills.seed=7}
 * make it longer and different.
 */
@EnabledOnOs(OS.LINUX)
class KillIT {
  private static final int KILLS = Integer.getInteger("kills", 3);
  private static final long SEED = Long.getLong("kills.seed", 1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Path STATE = Launcher.CHECKOUT.resolve(".tasktracker");

  private final Random random = new Random(SEED);

  @TempDir private Path parent;

  /** What is killed, in turns. */
  private enum Victim {
    SWEEP,
    TRAINING_SWEEP,
    STACK
  }

  @BeforeEach
  void requireFreePorts() {
    Ports.requireFree();
  }

  @AfterEach
  void takeDown() {
    Launcher.run("stack", "down", "monolith", "--force");
  }

  @Test
  void leavesNothingBehindWheneverTheLabIsKilledAndTheNextStartWorks() throws Exception {
    // Also unpacks, initialises and trains, so that the times below are those of what follows.
    long begun = System.nanoTime();
    SweptFolder.deletePlots(succeeded(sweepInto(parent.resolve("first"))));
    Duration sweep = Duration.ofNanos(System.nanoTime() - begun);
    begun = System.nanoTime();
    succeeded("stack", "up", "monolith");
    Duration stack = Duration.ofNanos(System.nanoTime() - begun);
    Launcher.run("stack", "down", "monolith");
    for (int kill : IntStream.range(0, KILLS).toArray()) {
      Victim victim = Victim.values()[kill % Victim.values().length];
      if (victim == Victim.TRAINING_SWEEP) {
        forgetTraining();
      }
      Duration longest = victim == Victim.STACK ? stack : sweep;
      long delay = random.nextLong(longest.toMillis() * 11 / 10);
      String what = "kill %d, seed %d: %s after %d ms".formatted(kill, SEED, victim, delay);
      System.out.println(what);
      if (victim == Victim.STACK) {
        killStackUp(delay, what);
      } else {
        killSweep(parent.resolve("sweep" + kill), delay, what);
      }
    }
  }

  private static Launcher.Ended succeeded(String... command) {
    Launcher.Ended ended = Launcher.run(command);
    assertThat(ended.status()).as(ended.text()).isZero();
    return ended;
  }

  private static String[] sweepInto(Path folder) {
    return new String[] {
      "sweep",
      "--arch=monolith",
      "--concurrency-levels=2,3",
      "--duration-seconds=1",
      "--warmup=fixed",
      "--warmup-seconds=0",
      "--spawn-rate=50",
      "--outdir=" + folder
    };
  }

  private void killSweep(Path folder, long delay, String what) throws Exception {
    kill(delay, sweepInto(folder));
    assertNoOrphans(what);
    List<String> measured = wholeLines(folder);
    boolean begun = Files.exists(folder.resolve("config.json"));
    Launcher.Ended next =
        begun
            ? Launcher.run("sweep", "--resume", folder.toString())
            : Launcher.run(sweepInto(parent.resolve(folder.getFileName() + "-again")));
    assertThat(next.status()).as("%s%n%s", what, next.text()).isZero();
    SweptFolder.deletePlots(next);
    if (begun) {
      assertThat(measured).as(what).isSubsetOf(wholeLines(folder));
      assertThat(new SweptFolder(folder).json("all_results.json")).as(what).hasSize(2);
    }
    assertNothingHalfMade(what);
  }

  private void killStackUp(long delay, String what) throws Exception {
    kill(delay, "stack", "up", "monolith");
    boolean up = Launcher.run("stack", "status", "monolith").text().contains("is up");
    if (up && isDetached()) {
      assertThat(Launcher.run("stack", "down", "monolith").status()).as(what).isZero();
    }
    assertNoOrphans(what);
    Launcher.Ended next = Launcher.run("stack", "up", "monolith");
    assertThat(next.status()).as("%s%n%s", what, next.text()).isZero();
    Launcher.Ended down = Launcher.run("stack", "down", "monolith");
    assertThat(down.status()).as("%s%n%s", what, down.text()).isZero();
    assertNoOrphans(what);
    assertNothingHalfMade(what);
  }

  /** A stack that was let go before the kill is meant to stay. */
  private static boolean isDetached() throws IOException {
    return Files.readString(STATE.resolve("stacks/monolith/processes"))
        .startsWith("owner detached");
  }

  private static void kill(long delay, String... command) throws InterruptedException {
    Launcher.Running lab = Launcher.start(command);
    // The moment of the kill is what is random here, not something that is waited for.
    Thread.sleep(delay);
    lab.kill();
  }

  /** A process that is ending has lost its environment before it closes its ports. */
  private static void assertNoOrphans(String what) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!(orphans().isEmpty() && Ports.taken().isEmpty()) && System.nanoTime() - deadline < 0) {
      Thread.sleep(50);
    }
    assertThat(orphans()).as(what).isEmpty();
    assertThat(Ports.taken()).as(what).isEmpty();
  }

  /** All processes with a path of this checkout's stacks in their command or environment. */
  private static List<String> orphans() {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes
          .filter(process -> process.getFileName().toString().matches("\\d+"))
          .filter(process ->
              read(process.resolve("environ")).contains("TASKTRACKER_STACK=")
                  || isProgram(read(process.resolve("cmdline"))))
          .filter(process ->
              (read(process.resolve("environ")) + read(process.resolve("cmdline")))
                  .contains(Launcher.CHECKOUT.toString()))
          .map(process -> process.getFileName() + " " + read(process.resolve("cmdline")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isProgram(String command) {
    return command.contains(STATE + "/postgres-")
        || command.contains("-jar " + Launcher.CHECKOUT + "/experiments/target/lib/tasktracker-");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, ISO_8859_1).replace('\0', ' ');
    } catch (IOException e) {
      // It has ended.
      return "";
    }
  }

  private static List<String> wholeLines(Path folder) throws IOException {
    Path results = folder.resolve("results.jsonl");
    if (!Files.exists(results)) {
      return List.of();
    }
    String text = Files.readString(results);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  private static void forgetTraining() throws IOException {
    try (Stream<Path> files = Files.walk(STATE, 2)) {
      for (Path cache : files.filter(file -> file.toString().endsWith(".aot")).toList()) {
        Files.delete(cache);
      }
    }
  }

  private static void assertNothingHalfMade(String what) throws IOException {
    try (Stream<Path> files = Files.walk(STATE, 2)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .as(what)
          .noneMatch(name -> name.contains(".half"));
    }
  }
}
