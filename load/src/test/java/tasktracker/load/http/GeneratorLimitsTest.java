package tasktracker.load.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.LoadTest;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.scenario.Scenario;
import tasktracker.load.scenario.VirtualUser;
import tasktracker.load.scenario.WeightedTasks;

/** Too few file descriptors, in processes of their own. */
@Timeout(60)
class GeneratorLimitsTest {
  /** Enough for a JVM, and far too few for what the processes are asked for. */
  private static final int LIMIT = 160;

  @Test
  void sayBeforeTheStartHowManyFilesAreNeeded() throws Exception {
    assertThat(GeneratorLimits.against(1)).isEmpty();
    assertThat(GeneratorLimits.against(Integer.MAX_VALUE)).hasValueSatisfying(reason ->
        assertThat(reason).matches("2147483647 connections need \\d+ file descriptors, but .*"));

    assertThat(outputOf(Planned.class))
        .contains("2000 connections need ", "limit of the generator is 160 (ulimit -n)");
  }

  @Test
  void makeARunInvalidAndNameTheLimit() throws Exception {
    assertThat(outputOf(Starved.class))
        .contains("GENERATOR_LIMIT OSError('")
        .contains("the limit of the generator is 160 (ulimit -n)")
        .contains("INVALID")
        .doesNotContain("CONNECT_REFUSED");
  }

  /** A load test of more users than it may have connections. */
  static final class Planned {
    public static void main(String[] arguments) throws Exception {
      try (ScriptedServer server = new ScriptedServer(e -> e.ok(""))) {
        new LoadTest(plan(server, 2_000)).run(LoadListener.NONE);
      } catch (RuntimeException e) {
        IO.println(e.getMessage());
      }
      System.exit(0);
    }
  }

  /** A load test whose descriptors are taken away after the look at the limit. */
  static final class Starved {
    public static void main(String[] arguments) throws Exception {
      try (ScriptedServer server = new ScriptedServer(e -> e.ok(""))) {
        Scenario greedy =
            Scenario.of("greedy", _ -> new VirtualUser() {
              private final List<java.net.Socket> taken = new ArrayList<>();

              @Override
              public WeightedTasks tasks() {
                return WeightedTasks.of(
                    1,
                    session -> {
                      take();
                      session.get("/").send();
                    });
              }

              private void take() {
                try {
                  while (true) {
                    taken.add(new java.net.Socket("127.0.0.1", server.uri().getPort()));
                  }
                } catch (java.io.IOException e) {
                  // Nothing is left to be taken.
                }
              }
            });
        LoadPlan plan =
            new LoadPlan(
                server.uri(),
                greedy,
                new ClosedModel(4, 1_000, ThinkTime.NONE),
                Duration.ZERO,
                Duration.ofMillis(300),
                HttpSettings.DEFAULT.withHeader("Connection", "close"),
                1);
        LoadResult result = new LoadTest(plan).run(LoadListener.NONE);
        result.recording().failures().forEach(each ->
            IO.println(each.outcome() + " " + each.message()));
        IO.println(result.validity());
      }
      System.exit(0);
    }
  }

  private static LoadPlan plan(ScriptedServer server, int users) {
    Scenario scenario =
        Scenario.of("visits", _ -> () -> WeightedTasks.of(1, session -> session.get("/").send()));
    return LoadPlan.of(server.uri(), scenario, new ClosedModel(users, users, ThinkTime.NONE));
  }

  private static String outputOf(Class<?> program) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                "/bin/sh",
                "-c",
                "ulimit -n %s; exec \"$0\" -cp \"$1\" \"$2\"".formatted(LIMIT),
                java,
                System.getProperty("java.class.path"),
                program.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
