package tasktracker.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tasktracker.stack.Instance;
import tasktracker.stack.InstanceCondition;
import tasktracker.stack.Stack;
import tasktracker.stack.resource.Usage;

/** What is accounted to a URL of this machine: the whole server, and nothing but it. */
@EnabledOnOs(OS.LINUX)
class ServerProcessesTest {
  private static final int ASKED = 25;

  @ParameterizedTest
  @ValueSource(strings = {"master-listens", "workers-listen", "reuseport"})
  void countsAllWorkersOfAServer(String mode) throws IOException {
    try (ForkingServer server = ForkingServer.start(mode, 3);
        Stack stack = stack(server)) {
      assertThat(stack.instances())
          .singleElement()
          .satisfies(instance -> {
            assertThat(instance.pid()).isEqualTo(server.master());
            assertThat(instance.name()).startsWith("python3");
            assertThat(instance.kind()).isEqualTo(Instance.Kind.SERVICE);
          });
      Duration before = cpu(stack);

      server.ask(ASKED);

      assertThat(cpu(stack).minus(before))
          .isBetween(Duration.ofMillis(20 * ASKED - 50), Duration.ofMillis(60 * ASKED));
    }
  }

  @Test
  void leavesOutTheShellThatStartedIt() throws IOException {
    try (ForkingServer server =
            ForkingServer.start("master-listens", 1, "sh", "-c", "\"$@\"; true", "sh");
        Stack stack = stack(server)) {
      assertThat(stack.instances())
          .singleElement()
          .satisfies(instance -> {
            assertThat(instance.pid()).isNotEqualTo(server.master());
            assertThat(ProcessHandle.of(instance.pid()).orElseThrow().parent())
                .contains(ProcessHandle.of(server.master()).orElseThrow());
          });
    }
  }

  @Test
  void tellsTwoServersOfTheSameParentApart() throws IOException {
    try (ForkingServer one = ForkingServer.start("master-listens", 1);
        ForkingServer other = ForkingServer.start("master-listens", 1)) {
      assertThat(system(one).servers()).hasSize(1).isNotEqualTo(system(other).servers());
      assertThat(system(one).servers()).isEqualTo(system(one).servers());
    }
  }

  @Test
  void saysThatAServerEnded() throws IOException {
    try (ForkingServer server = ForkingServer.start("master-listens", 1);
        Stack stack = stack(server)) {
      List<InstanceCondition> before = stack.conditions();
      assertThat(before).allMatch(InstanceCondition::running);

      server.end();

      assertThat(before.getFirst().changesUntil(stack.conditions().getFirst()))
          .containsExactly("ended under load (process %d is gone)".formatted(server.master()));
    }
  }

  private static UrlSystem system(ForkingServer server) {
    return new UrlSystem("one", server.url(), UrlSystem.Check.NONE);
  }

  private static Stack stack(ForkingServer server) {
    return system(server).up();
  }

  private static Duration cpu(Stack stack) {
    Map<String, Usage> usages = stack.usage().orElseThrow().read();
    return usages.values().stream().map(Usage::cpu).reduce(Duration.ZERO, Duration::plus);
  }
}
