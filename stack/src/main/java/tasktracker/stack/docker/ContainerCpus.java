package tasktracker.stack.docker;

import static tasktracker.stack.docker.DockerCommand.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tasktracker.stack.CpuLoan;
import tasktracker.stack.CpuSet;

/**
 * The processors to which the containers of a stack are confined together: by a set of them, or by
 * a quota of their time.
 *
 * @param containers all of the stack
 * @param set to which they are confined, if they are
 * @param group whose quota holds them, if one does
 * @param quota that quota
 */
record ContainerCpus(
    List<Container> containers,
    Optional<CpuSet> set,
    Optional<StackGroup> group,
    Optional<CpuQuota> quota) {

  /** Lends all that this process may use too: machines lack some numbers, and cut others off. */
  CpuLoan lend() {
    group.ifPresent(each -> each.create(new CpuQuota(DockerRuntime.cpus())));
    set.ifPresent(own -> confineTo(CpuSet.ofThisProcess().map(own::and).orElse(own)));
    return this::confine;
  }

  private void confine() {
    set.ifPresent(this::confineTo);
    group.ifPresent(each -> each.create(quota.orElseThrow()));
  }

  private void confineTo(CpuSet cpus) {
    List<String> command = new ArrayList<>(List.of("update", "--cpuset-cpus", cpus.toString()));
    containers.stream().filter(Container::running).map(Container::id).forEach(command::add);
    docker(command.toArray(String[]::new));
  }
}
