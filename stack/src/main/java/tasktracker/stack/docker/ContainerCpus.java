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

  /** Lends all that this machine has. */
  CpuLoan lend() {
    int all = DockerRuntime.cpus();
    group.ifPresent(each -> each.create(new CpuQuota(all)));
    set.ifPresent(_ -> confineTo("0-" + (all - 1)));
    return this::confine;
  }

  private void confine() {
    set.ifPresent(own -> confineTo(own.toString()));
    group.ifPresent(each -> each.create(quota.orElseThrow()));
  }

  private void confineTo(String cpus) {
    List<String> command = new ArrayList<>(List.of("update", "--cpuset-cpus", cpus));
    containers.stream().filter(Container::running).map(Container::id).forEach(command::add);
    docker(command.toArray(String[]::new));
  }
}
