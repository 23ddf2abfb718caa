package tasktracker.stack.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tasktracker.error.UsageException;
import tasktracker.stack.Architecture;
import tasktracker.stack.ArchitectureCatalog;
import tasktracker.stack.StackOptions;
import tasktracker.stack.embedded.Installation;
import tasktracker.stack.fault.CpuStarvation;
import tasktracker.stack.fault.Disconnect;
import tasktracker.stack.fault.Fault;
import tasktracker.stack.fault.FaultInjector;
import tasktracker.stack.fault.FaultSurface;
import tasktracker.stack.fault.FaultTarget;
import tasktracker.stack.fault.Injection;
import tasktracker.stack.fault.Kill;
import tasktracker.stack.fault.Latency;
import tasktracker.stack.fault.Loss;
import tasktracker.stack.fault.Pause;
import tasktracker.stack.fault.Restart;
import tasktracker.stack.fault.StopStart;

/** Every fault on real containers: it takes effect, is undone, and the service is healthy again. */
class ContainerFaultsIT {
  private static final Architecture MONOLITH = ArchitectureCatalog.find("monolith");
  private static final FaultTarget APPLICATION = FaultTarget.of("tasktracker_app");
  private static final Duration LENGTH = Duration.ofMillis(500);

  private static DockerStack stack;

  @BeforeAll
  static void bringUp() {
    DockerEngine.require();
    DockerRuntime runtime = new DockerRuntime(Installation.of(DockerEngine.CHECKOUT));
    runtime.requireReady(MONOLITH, StackOptions.DEFAULTS);
    stack = runtime.up(MONOLITH, StackOptions.DEFAULTS);
  }

  @AfterAll
  static void takeDown() {
    if (stack != null) {
      stack.close();
    }
  }

  static Stream<Fault> faults() {
    return Stream.of(
        new Restart(),
        new StopStart(LENGTH),
        new Kill(LENGTH),
        new Pause(LENGTH),
        new CpuStarvation(0.5, LENGTH),
        new Disconnect(LENGTH),
        new Loss(0.5, LENGTH));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void takesEffectAndIsUndone(Fault fault) throws InterruptedException {
    Injection injection = inject(fault, APPLICATION);

    assertThat(injection.instances()).containsExactly("tasktracker_app");
    assertThat(injection.verified()).as("%s", injection).isTrue();
    assertThat(injection.ready()).as("%s", injection).isPresent();
  }

  @Test
  void waitsForTheServicesOfADatabaseThatWasHit() throws InterruptedException {
    Injection injection = inject(new StopStart(LENGTH), FaultTarget.of("tasktracker_db"));

    assertThat(injection.ready()).as("%s", injection).isPresent();
  }

  @Test
  void hasNoLatencyWithoutAProxy() {
    FaultSurface surface = stack.faults().orElseThrow();
    Fault latency = new Latency(Duration.ofMillis(10), Duration.ZERO, LENGTH);

    assertThatThrownBy(() -> surface.disturbance(latency, APPLICATION))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("run through no proxy");
  }

  @Test
  void knowsAllMembersOfTheStack() {
    assertThat(stack.faults().orElseThrow().breakables().members())
        .extracting(member -> member.name())
        .isEqualTo(List.of("tasktracker_app", "tasktracker_db"));
  }

  private static Injection inject(Fault fault, FaultTarget target) throws InterruptedException {
    return new FaultInjector(stack.faults().orElseThrow(), InstantSource.system())
        .inject(fault, target);
  }
}
