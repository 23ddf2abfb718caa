package tasktracker.stack.system.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.HealthProbe;
import tasktracker.stack.Instance;
import tasktracker.stack.InstanceCondition;
import tasktracker.stack.Stack;
import tasktracker.stack.StackOptions;
import tasktracker.stack.docker.ComposeProject;
import tasktracker.stack.docker.DockerEngine;
import tasktracker.stack.embedded.Installation;
import tasktracker.stack.fault.FaultInjector;
import tasktracker.stack.fault.FaultTarget;
import tasktracker.stack.fault.Injection;
import tasktracker.stack.fault.Pause;

/** Compose files of a user are brought up as they are, and nothing of the user's is lost. */
class ComposeSystemIT {
  private static final String VOLUME = "tasktracker-it-precious";

  private static final String SERVER =
      "use IO::Socket::INET; $$s = IO::Socket::INET->new(LocalPort => 8080, Listen => 9,"
          + " ReuseAddr => 1); while ($$c = $$s->accept) { sysread $$c, $$b, 4096;"
          + " print $$c qq(HTTP/1.0 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\nok); close $$c }";

  @TempDir Path folder;

  @BeforeEach
  void requireEngine() {
    DockerEngine.require();
  }

  @AfterEach
  void removeTheVolumeOfTheUser() {
    DockerEngine.succeeds("volume", "rm", "-f", VOLUME);
  }

  private ComposeSystem system(String compose) throws IOException {
    return system(compose, Duration.ofSeconds(30));
  }

  private ComposeSystem system(String compose, Duration startTime) throws IOException {
    Path file = Files.writeString(folder.resolve("compose.yaml"), compose);
    ComposeProject project =
        new ComposeProject(
            "Shop.it",
            List.of(file),
            List.of(),
            Optional.empty(),
            Map.of(),
            "web",
            8080,
            Optional.of("/"),
            true);
    return new ComposeSystem(
        project,
        startTime,
        StackOptions.DEFAULTS,
        new Installation(folder, folder.resolve("state")));
  }

  private static String web(String more) {
    return """
    services:
      web:
        image: tasktracker/debian:local
        init: true
        command: [perl, -e, '%s']
    %s
    """
        .formatted(SERVER, more.indent(4));
  }

  @Test
  void bringsUpTheProjectAndLeavesWhatIsTheUsers() throws Exception {
    assertThat(DockerEngine.succeeds("volume", "create", VOLUME)).isTrue();
    ComposeSystem system =
        system(
            web(
                    "container_name: web\n"
                        + "depends_on: {seed: {condition: service_completed_successfully}}")
                + """
                  seed:
                    image: tasktracker/debian:local
                    command: [touch, /data/seeded]
                    volumes: ["data:/data"]
                volumes:
                  data: {name: %s}
                """
                    .formatted(VOLUME));
    system.requireReady();

    try (Stack stack = system.up()) {
      assertThat(HealthProbe.askHealth(stack.entry(), Duration.ofSeconds(2)).healthy()).isTrue();
      assertThat(stack.complaint()).isEmpty();
      assertThat(stack.instances()).extracting(Instance::name).containsExactly("web");
      assertThat(stack.usage().orElseThrow().read()).containsKey("web");
      assertThat(stack.conditions()).allMatch(InstanceCondition::running);
      Injection injection =
          new FaultInjector(stack.faults().orElseThrow(), InstantSource.system())
              .inject(new Pause(Duration.ofMillis(300)), FaultTarget.of("web"));
      assertThat(injection.verified()).as("%s", injection).isTrue();
      assertThat(injection.ready()).isPresent();
    }

    assertThat(DockerEngine.containers("web")).isEmpty();
    assertThat(DockerEngine.lines("volume", "ls", "-q")).contains(VOLUME);
    assertThat(DockerEngine.remains()).noneMatch(name -> name.contains("shop-it"));
  }

  @Test
  void namesThePortThatIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ComposeSystem system = system(web("ports: [\"%d:8080\"]".formatted(taken.getLocalPort())));

      assertThatThrownBy(system::requireReady)
          .isInstanceOf(EnvironmentException.class)
          .hasMessageContaining("port " + taken.getLocalPort())
          .hasMessageContaining("web of Shop.it");
    }
  }

  @Test
  void saysThatTheEntryHasEnded() throws IOException {
    ComposeSystem system =
        system(
            """
            services:
              web:
                image: tasktracker/debian:local
                command: [sh, -c, "echo nothing to do"]
              store:
                image: tasktracker/debian:local
                init: true
                command: [sleep, "300"]
            """);

    assertThatThrownBy(system::up)
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining("web ended with exit code 0 while starting")
        .hasMessageContaining("nothing to do");
  }

  @Test
  void saysWhatTheHealthCheckSaysThatFails() throws IOException {
    ComposeSystem system =
        system(
            web("")
                + """
                  store:
                    image: tasktracker/debian:local
                    init: true
                    command: [sh, -c, "echo still empty; sleep 300"]
                    healthcheck: {test: [CMD-SHELL, "echo no table; exit 1"], interval: 1s, retries: 2}
                """,
            Duration.ofSeconds(8));

    assertThatThrownBy(system::up)
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining("not healthy after 8 s: store (its health check says: no table)")
        .hasMessageContaining("still empty");
  }

  @Test
  void keepsWhatAServiceSaidThatFailed() throws IOException {
    ComposeSystem system =
        system(
            web("")
                + """
                  store:
                    image: tasktracker/debian:local
                    command: [sh, -c, "echo no disk; exit 3"]
                """);

    assertThatThrownBy(system::up)
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining("store ended with exit code 3 while starting")
        .hasMessageContaining("no disk");
    assertThat(folder.resolve("state/compose/Shop.it.log")).content().contains("no disk");
    assertThat(DockerEngine.containers("store")).isEmpty();
  }
}
