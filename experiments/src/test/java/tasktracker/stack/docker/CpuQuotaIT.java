package tasktracker.stack.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tasktracker.stack.Architecture;
import tasktracker.stack.ArchitectureCatalog;
import tasktracker.stack.CpuLoan;
import tasktracker.stack.StackOptions;
import tasktracker.stack.embedded.ApiUser;
import tasktracker.stack.embedded.Installation;
import tasktracker.stack.resource.Usage;

/** A whole stack under one quota, on a real engine. */
class CpuQuotaIT {
  private static final Architecture MONOLITH = ArchitectureCatalog.find("monolith");
  private static final CpuQuota QUOTA = new CpuQuota(0.5);
  private static final int USERS = 8;
  private static final Duration LOOK = Duration.ofSeconds(3);

  @Test
  void holdsTheStackUnderLoadAndIsGoneAfterwards() throws Exception {
    DockerEngine.require();
    Optional<String> obstacle = CpuQuota.obstacle();
    assumeTrue(obstacle.isEmpty(), () -> "No quotas on this engine: " + obstacle.orElseThrow());
    DockerRuntime runtime = new DockerRuntime(Installation.of(DockerEngine.CHECKOUT));
    StackOptions options = StackOptions.DEFAULTS.withCpuQuota(Optional.of(QUOTA.cpus()));
    runtime.requireReady(MONOLITH, options);

    try (DockerStack stack = runtime.up(MONOLITH, options)) {
      assertThat(DockerEngine.controlGroups()).isNotEmpty();
      assertThat(DockerEngine.lines("logs", DockerEngine.containers("tasktracker_app").getFirst()))
          .anyMatch(line -> line.contains("-XX:ActiveProcessorCount=1"));
      try (CpuLoan _ = stack.lendAllProcessors()) {
        assertThat(cpusUnderLoad(stack)).isGreaterThan(QUOTA.cpus() * 1.2);
      }
      assertThat(cpusUnderLoad(stack)).isBetween(QUOTA.cpus() / 2, QUOTA.cpus() * 1.1);
    }

    assertThat(DockerEngine.controlGroups()).isEmpty();
  }

  private static double cpusUnderLoad(DockerStack stack) throws Exception {
    List<Thread> load = new ArrayList<>();
    try (ApiUser user = ApiUser.registered(stack.entry())) {
      for (int i = 0; i < USERS; i++) {
        load.add(Thread.startVirtualThread(() -> ask(user)));
      }
      Thread.sleep(Duration.ofSeconds(1));
      Duration before = used(stack);
      long begin = System.nanoTime();
      Thread.sleep(LOOK);
      Duration used = used(stack).minus(before);
      return (double) used.toNanos() / (System.nanoTime() - begin);
    } finally {
      load.forEach(Thread::interrupt);
    }
  }

  private static void ask(ApiUser user) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        user.get("/api/v1/tasks/");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Duration used(DockerStack stack) {
    return stack.usage().orElseThrow().read().values().stream()
        .map(Usage::cpu)
        .reduce(Duration.ZERO, Duration::plus);
  }
}
