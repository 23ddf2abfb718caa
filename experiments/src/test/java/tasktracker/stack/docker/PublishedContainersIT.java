package tasktracker.stack.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tasktracker.stack.Instance;
import tasktracker.stack.InstanceCondition;
import tasktracker.stack.Ports;
import tasktracker.stack.Stack;
import tasktracker.stack.fault.Breakable;
import tasktracker.stack.fault.CpuStarvation;
import tasktracker.stack.fault.Disconnect;
import tasktracker.stack.fault.Disturbance;
import tasktracker.stack.fault.FaultSurface;
import tasktracker.stack.fault.FaultTarget;
import tasktracker.stack.fault.Kill;
import tasktracker.stack.resource.Usage;
import tasktracker.stack.system.UrlSystem;

/** A URL that leads to a container is accounted to the whole Compose project of that container. */
class PublishedContainersIT {
  private static final int ASKED = 20;
  private static final String SUBNET = "10.211.77.";
  private static final String ADDRESS = SUBNET + "9";
  private static final String NETWORKS =
      "{{range $name, $net := .NetworkSettings.Networks}}"
          + "{{$name}} {{$net.IPAMConfig.IPv4Address}} {{$net.Aliases}}{{end}}";

  /** Burns 50 ms of CPU for each request. */
  private static final String SERVER =
      """
      $s = IO::Socket::INET->new(LocalPort => 80, Listen => 9, ReuseAddr => 1) or die $!;
      while ($c = $s->accept) {
        sysread $c, $b, 4096;
        $t = (times)[0];
        while ((times)[0] - $t < 0.05) {}
        print $c "HTTP/1.0 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\nok";
        close $c;
      }
      """;

  private int port;
  private String project;
  private UrlSystem system;

  @BeforeEach
  void startProject() {
    DockerEngine.require();
    port = Ports.free(1, Set.of()).getFirst();
    project = "tasktracker-test-" + port;
    run("web", "--publish", "127.0.0.1:" + port + ":80");
    run("store");
    system =
        new UrlSystem("shop", URI.create("http://127.0.0.1:" + port + "/"), UrlSystem.Check.ANSWER);
    awaitAnswer();
  }

  private void run(String service, String... options) {
    List<String> command = new ArrayList<>(List.of("run", "--detach", "--name"));
    command.add(project + "-" + service);
    command.addAll(List.of("--label", "com.docker.compose.project=" + project));
    command.addAll(List.of("--label", "com.docker.compose.service=" + service));
    command.addAll(List.of(options));
    command.addAll(List.of("tasktracker/debian:local", "perl", "-MIO::Socket::INET", "-e", SERVER));
    DockerCommand.docker(command.toArray(String[]::new));
  }

  private void awaitAnswer() {
    for (int i = 0; i < 100; i++) {
      try {
        ask(1);
        return;
      } catch (IOException e) {
        sleep();
      }
    }
    throw new AssertionError("the container does not answer at port " + port);
  }

  private static void sleep() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void breaksAndMendsOneOfThemAndLeavesTheOthers() throws InterruptedException {
    try (Stack stack = system.up()) {
      FaultSurface faults = stack.faults().orElseThrow();
      FaultTarget store = FaultTarget.of("store");

      assertThat(faults.breakables().members())
          .extracting(Breakable::name)
          .containsExactly("store", "web");
      assertThatThrownBy(
              () -> faults.disturbance(new Kill(Duration.ofSeconds(1)), FaultTarget.of("shop")))
          .hasMessage("shop has no service or database 'shop': use store, web");

      Disturbance kill = faults.disturbance(new Kill(Duration.ofSeconds(1)), store);
      kill.begin();
      assertThat(kill.verify().holds()).isTrue();
      assertThat(running("web")).isTrue();
      assertThat(running("store")).isFalse();
      kill.undo();

      assertThat(kill.verifyUndone().holds()).isTrue();
      assertThat(running("store")).isTrue();
      assertThat(kill.isReady()).isTrue();
    }
  }

  private boolean running(String service) {
    return inspect(service, "{{.State.Running}}").equals("true");
  }

  private String inspect(String service, String format) {
    return DockerCommand.docker("inspect", "--format", format, project + "-" + service).strip();
  }

  @Test
  void givesBackAStaticAddressAnAliasAndAShareOfTheCpus() throws InterruptedException {
    DockerCommand.docker("network", "create", "--subnet", SUBNET + "0/24", project);
    run("cache", "--network", project, "--ip", ADDRESS, "--network-alias", "memory", "--cpus=0.5");
    try (Stack stack = system.up()) {
      FaultSurface faults = stack.faults().orElseThrow();
      FaultTarget cache = FaultTarget.of("cache");

      Disturbance cut = faults.disturbance(new Disconnect(Duration.ofSeconds(1)), cache);
      cut.begin();
      assertThat(inspect("cache", NETWORKS)).isEmpty();
      cut.undo();

      assertThat(inspect("cache", NETWORKS)).startsWith(project + " " + ADDRESS).contains("memory");

      Disturbance starve = faults.disturbance(new CpuStarvation(0.5, Duration.ofSeconds(1)), cache);
      starve.begin();
      assertThat(inspect("cache", "{{.HostConfig.NanoCpus}}")).isEqualTo("250000000");
      starve.undo();

      assertThat(inspect("cache", "{{.HostConfig.NanoCpus}}")).isEqualTo("500000000");
    } finally {
      remove("cache");
      DockerCommand.docker("network", "rm", project);
    }
  }

  @Test
  void doesNotKillWhatTheEngineWouldRemove() throws InterruptedException {
    run("scratch", "--rm");
    try (Stack stack = system.up()) {
      FaultSurface faults = stack.faults().orElseThrow();

      assertThatThrownBy(
              () -> faults.disturbance(new Kill(Duration.ofSeconds(1)), FaultTarget.of("scratch")))
          .hasMessageContaining("scratch was started with --rm and would be removed");
      assertThat(running("scratch")).isTrue();
    } finally {
      remove("scratch");
    }
  }

  @AfterEach
  void removeProject() {
    remove("web");
    remove("store");
  }

  private void remove(String service) {
    assertThat(DockerCommand.tryDocker("rm", "--force", project + "-" + service).succeeded())
        .isTrue();
  }

  @Test
  void accountsEachServiceOfTheProjectByItsName() throws IOException {
    try (Stack stack = system.up()) {
      assertThat(stack.instances()).extracting(Instance::name).containsExactly("store", "web");
      assertThat(system.limits()).isEmpty();
      Duration before = cpu(stack, "web");

      ask(ASKED);

      assertThat(cpu(stack, "web").minus(before))
          .isBetween(Duration.ofMillis(45 * ASKED), Duration.ofMillis(200 * ASKED));
      assertThat(cpu(stack, "store")).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void leavesOutWhatWasStartedForOneCommand() {
    run(
        "web-run",
        "--label",
        "com.docker.compose.service=web",
        "--label",
        "com.docker.compose.oneoff=True");
    try (Stack stack = system.up()) {
      assertThat(stack.instances()).extracting(Instance::name).containsExactly("store", "web");
      assertThat(system.servers()).hasSize(2);
      assertThat(stack.conditions()).hasSize(2);
    } finally {
      DockerCommand.tryDocker("rm", "--force", project + "-web-run");
    }
  }

  @Test
  void saysThatAContainerWasStartedAnew() {
    try (Stack stack = system.up()) {
      List<InstanceCondition> before = stack.conditions();

      DockerCommand.docker("restart", "--time", "0", project + "-web");
      awaitAnswer();

      List<InstanceCondition> after = stack.conditions();
      assertThat(before.get(1).changesUntil(after.get(1)))
          .containsExactly("was started anew under load");
      assertThat(before.get(0).changesUntil(after.get(0))).isEmpty();
    }
  }

  private void ask(int times) throws IOException {
    for (int i = 0; i < times; i++) {
      URI.create("http://127.0.0.1:" + port + "/").toURL().openStream().readAllBytes();
    }
  }

  private static Duration cpu(Stack stack, String instance) {
    Usage usage = stack.usage().orElseThrow().read().get(instance);
    return usage.cpu();
  }
}
