package tasktracker.load.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadTest;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.scenario.Scenario;
import tasktracker.load.scenario.WeightedTasks;

/** Too few file descriptors, in processes of their own. */
@Timeout(60)
class GeneratorLimitsTest {
  /** Enough for a JVM, and far too few for what the processes are asked for. */
  private static final int LIMIT = 160;

  @Test
  void sayBeforeTheStartHowManyFilesAreNeeded() throws Exception {
    assertThat(GeneratorLimits.against(1, 1)).isEmpty();
    assertThat(GeneratorLimits.against(Integer.MAX_VALUE, Integer.MAX_VALUE))
        .hasValueSatisfying(reason ->
            assertThat(reason)
                .matches("2147483647 connections need \\d+ file descriptors, but .*"));

    assertThat(outputOf(Planned.class))
        .contains("2000 connections need ", "limit of the generator is 160 (ulimit -n)");
  }

  @Test
  void areToldApartFromWhatTheServerDoes() throws Exception {
    assertThat(outputOf(Starved.class))
        .contains("GENERATOR_LIMIT OSError('")
        .contains("the limit of the generator is 160 (ulimit -n)")
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

  /** Sessions until no more connections can be had. */
  static final class Starved {
    public static void main(String[] arguments) throws Exception {
      // Classes come from files, which could not be opened any more later.
      RequestLog.Result rehearsed =
          FailureKind.ofConnect(GeneratorLimitException.ofFiles(new SocketException("rehearsed")));
      RecordedRequests log = new RecordedRequests();
      ((Use) session -> session.get("/").send())
          .of(URI.create("http://127.0.0.1:1"), HttpSettings.DEFAULT, log);
      try (ServerSocket server = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
          Sessions sessions =
              new Sessions(
                  ResolvedTarget.resolve(URI.create("http://127.0.0.1:" + server.getLocalPort())),
                  HttpSettings.DEFAULT)) {
        for (int i = 0; i < LIMIT; i++) {
          sessions.open(log).connect();
        }
        sessions.open(log).get("/").send();
        IO.println(rehearsed.outcome());
        IO.println(log.last().result().outcome() + " " + log.last().result().message());
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
