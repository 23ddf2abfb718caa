package tasktracker.stack.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.fault.Evidence;

/** What went wrong on the way is mended as well, on each container that is still there. */
class ContainerDisturbanceIT {
  private static final String PROJECT = "tasktracker-test-disturbance";
  private static final List<String> NETWORKS = List.of(PROJECT + "-a", PROJECT + "-b");
  private static final List<String> CONTAINERS = List.of(PROJECT + "-one", PROJECT + "-two");

  @BeforeEach
  void startContainers() {
    DockerEngine.require();
    removeContainers();
    NETWORKS.forEach(network -> DockerCommand.docker("network", "create", network));
    for (String name : CONTAINERS) {
      DockerCommand.docker(
          "run",
          "--detach",
          "--name",
          name,
          "--label",
          "com.docker.compose.project=" + PROJECT,
          "--label",
          "com.docker.compose.service=" + name,
          "--network",
          NETWORKS.getFirst(),
          "--publish",
          "127.0.0.1::80",
          "--publish",
          "127.0.0.1::81",
          "tasktracker/debian:local",
          "sleep",
          "300");
      DockerCommand.docker("network", "connect", NETWORKS.getLast(), name);
    }
  }

  @AfterEach
  void removeContainers() {
    CONTAINERS.forEach(name -> DockerCommand.tryDocker("rm", "--force", name));
    NETWORKS.forEach(network -> DockerCommand.tryDocker("network", "rm", network));
  }

  @Test
  void connectsAgainWhatWasDisconnectedHalf() {
    Container one = running().getFirst();
    ContainerDisturbance disconnect = disturbance(Breakage.disconnect(List.of(one)), one);
    DockerCommand.docker("network", "disconnect", NETWORKS.getLast(), one.id());
    assertThatThrownBy(disconnect::begin).isInstanceOf(EnvironmentException.class);
    assertThat(disconnect.verifyUndone().holds()).isFalse();

    disconnect.undo();

    assertThat(running().getFirst().networks().keySet()).isEqualTo(Set.copyOf(NETWORKS));
    assertThat(disconnect.verifyUndone().holds()).isTrue();
  }

  @Test
  void mendsTheOthersWhenOneIsGone() {
    List<Container> both = running();
    ContainerDisturbance pause = disturbance(Breakage.pause(both), both.toArray(Container[]::new));
    pause.begin();
    assertThat(pause.verify().holds()).isTrue();
    DockerCommand.docker("rm", "--force", CONTAINERS.getFirst());

    pause.undo();

    assertThat(running()).singleElement().matches(container -> !container.paused());
    Evidence undone = pause.verifyUndone();
    assertThat(undone.holds()).isFalse();
    assertThat(undone.text()).contains(CONTAINERS.getFirst()).doesNotContain(CONTAINERS.getLast());
  }

  @Test
  void losesWhatIsSentToAnyPublishedPort() {
    Container one = running().getFirst();
    ContainerDisturbance loss = disturbance(Breakage.lose(List.of(one), 0.5), one);

    loss.begin();
    assertThat(loss.verify().holds()).isTrue();
    assertThat(rules(one)).anyMatch(rule -> rule.contains("--dport 80 "));
    assertThat(rules(one)).anyMatch(rule -> rule.contains("--dport 81 "));
    loss.undo();

    assertThat(loss.verifyUndone().holds()).isTrue();
    assertThat(rules(one)).noneMatch(rule -> rule.contains("--dport"));
  }

  private static List<String> rules(Container container) {
    String pid = String.valueOf(container.pid());
    List<String> command = List.of("nsenter", "-t", pid, "-n", "iptables", "-S", "INPUT");
    return DockerCommand.run(command).orFail().lines().toList();
  }

  private static ContainerDisturbance disturbance(Breakage breakage, Container... hit) {
    return new ContainerDisturbance(
        breakage, new FaultedContainers(List.of(hit), List.of(), new Health(_ -> true)));
  }

  private static List<Container> running() {
    return Container.runningIn(PROJECT);
  }
}
