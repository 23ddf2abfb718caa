package tasktracker.stack.embedded;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import tasktracker.stack.Instance;

/**
 * The instances that a fault hits.
 *
 * @param names their names
 * @param dependents services that need them, such as those that store in a database
 */
record FaultedProcesses(StackProcesses members, List<String> names, Set<String> dependents) {
  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(2);

  List<Instance> instances() {
    return all().stream().map(Member::instance).toList();
  }

  List<Member> all() {
    return names.stream().map(members::named).toList();
  }

  /** The processes that they are, those that live. */
  List<Long> roots() {
    return all().stream().map(Member::process).filter(Process::isAlive).map(Process::pid).toList();
  }

  List<Long> processes() {
    return all().stream()
        .flatMap(member -> ProcessTree.handles(member.process().toHandle()).stream())
        .map(ProcessHandle::pid)
        .toList();
  }

  /** Their names with a figure of each, as evidence shows them. */
  String with(String unit, ToLongFunction<Instance> figure) {
    return String.join(
        ", ",
        instances().stream()
            .map(instance ->
                "%s (%s %d)".formatted(instance.name(), unit, figure.applyAsLong(instance)))
            .toList());
  }

  /** Whether they, and the services that need them, say that they are healthy. */
  boolean areReady() {
    return members.all().stream()
        .filter(each ->
            names.contains(each.instance().name())
                || dependents.contains(each.instance().service()))
        .allMatch(each -> each.program().probe().health(PROBE_TIMEOUT).healthy());
  }
}
