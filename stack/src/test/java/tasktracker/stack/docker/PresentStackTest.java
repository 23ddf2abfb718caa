package tasktracker.stack.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.Architecture;
import tasktracker.stack.ArchitectureCatalog;
import tasktracker.stack.CpuSet;
import tasktracker.stack.StackOptions;
import tools.jackson.databind.json.JsonMapper;

class PresentStackTest {
  private static final Architecture MONOLITH = ArchitectureCatalog.find("monolith");
  private static final StackOptions HALF =
      StackOptions.DEFAULTS.withCpuPerInstance(Optional.of(0.5));
  private static final Optional<CpuSet> CPUS = Optional.of(CpuSet.parse("1-3"));
  private static final StackOptions CONFINED = StackOptions.DEFAULTS.withCpus(CPUS);

  @Test
  void isRefusedWithoutTheLimitForEachInstanceThatWasAskedFor() {
    PresentStack stack = stack(container("tasktracker_app", 0, ""));

    assertThatThrownBy(() -> stack.require(HALF))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "monolith is up without a limit of 0.5 CPUs for each instance: take it down with"
                + " './tasktracker stack down monolith --runtime docker'");
  }

  @Test
  void isTakenWithTheLimitForEachInstanceThatWasAskedFor() {
    PresentStack stack =
        stack(container("tasktracker_app", 500_000_000, ""), container("link_proxy", 0, ""));

    assertThatCode(() -> stack.require(HALF)).doesNotThrowAnyException();
  }

  /** Compose computes with numbers of single precision, of two digits. */
  @ParameterizedTest
  @CsvSource({"0.53, 529999968", "0.285, 290000000", "2.15, 2150000128"})
  void isTakenWithWhatComposeMakesOfTheLimit(double cpus, long nanoCpus) {
    PresentStack stack = stack(container("tasktracker_app", nanoCpus, ""));
    StackOptions options = StackOptions.DEFAULTS.withCpuPerInstance(Optional.of(cpus));

    assertThatCode(() -> stack.require(options)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"0.01, 0", "0.5, 510000000", "0.5, 490000000"})
  void isRefusedWithAnotherLimit(double cpus, long nanoCpus) {
    PresentStack stack = stack(container("tasktracker_app", nanoCpus, ""));
    StackOptions options = StackOptions.DEFAULTS.withCpuPerInstance(Optional.of(cpus));

    assertThatThrownBy(() -> stack.require(options)).isInstanceOf(EnvironmentException.class);
  }

  @Test
  void isRefusedUnderAQuota() {
    PresentStack stack = stack(container("tasktracker_app", 0, ""));

    assertThatThrownBy(() -> stack.require(StackOptions.DEFAULTS.withCpuQuota(Optional.of(1.5))))
        .hasMessageStartingWith("monolith is up without the CPU budget: take it down with");
  }

  @Test
  void isNotConfinedToTheProcessorsThatWereAskedFor() {
    assertThat(stack(container("tasktracker_app", 0, "1-2")).limit(CONFINED))
        .contains("The containers of monolith were up already: they are not confined to CPU 1,2,3");
    assertThat(stack(container("tasktracker_app", 0, "1-3")).limit(CONFINED)).isEmpty();
    assertThat(stack(container("tasktracker_app", 0, "")).limit(StackOptions.DEFAULTS)).isEmpty();
    assertThat(stack().limit(CONFINED)).isEmpty();
  }

  private static PresentStack stack(Container... containers) {
    return new PresentStack(MONOLITH, List.of(containers));
  }

  private static Container container(String member, long nanoCpus, String cpuset) {
    return Container.parse(
        new JsonMapper()
            .readTree(
                """
                {"Id": "4711abcd", "RestartCount": 0,
                 "Config": {"Image": "a", "Cmd": [], "Labels": {"tasktracker.name": "%s"}},
                 "State": {"Status": "running", "Running": true, "StartedAt": "now", "Pid": 0},
                 "HostConfig": {"NanoCpus": %d, "CpuQuota": 0, "CpuPeriod": 0, "CpusetCpus": "%s"},
                 "NetworkSettings": {"Ports": {}, "Networks": {}}}
                """
                    .formatted(member, nanoCpus, cpuset)));
  }
}
