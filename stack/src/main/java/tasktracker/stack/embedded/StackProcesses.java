package tasktracker.stack.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.Instance;

/** The processes of a stack, and the file that lists them for those who come after. Thread-safe. */
final class StackProcesses {
  private final StackState state;
  private final List<Member> members = new ArrayList<>();
  private Optional<StackOwner> owner = Optional.of(StackOwner.thisProcess());
  private boolean closed;

  StackProcesses(StackState state) {
    this.state = state;
  }

  synchronized void start(Program program) {
    requireOpen();
    members.add(Member.launched(program));
    save();
  }

  /** Takes in a process that has been started and can be started only once. */
  synchronized void add(String name, Instance.Kind kind, Process process) {
    members.add(Member.launched(Program.own(name, name, kind, 0, () -> process)));
    save();
    if (closed) {
      process.destroyForcibly();
      requireOpen();
    }
  }

  synchronized void startAgain(String name) {
    requireOpen();
    members.replaceAll(member -> member.instance().name().equals(name) ? member.again() : member);
    save();
  }

  synchronized Member named(String name) {
    return members.stream()
        .filter(member -> member.instance().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  synchronized List<Member> all() {
    return List.copyOf(members);
  }

  synchronized List<Instance> instances() {
    return members.stream().map(Member::instance).toList();
  }

  /** Lets them outlive this process. */
  synchronized void disown() {
    owner = Optional.empty();
    save();
  }

  /** Nothing is started from now on. */
  synchronized void close() {
    closed = true;
  }

  private void requireOpen() {
    if (closed) {
      throw new EnvironmentException("the stack is going down: nothing can be started in it");
    }
  }

  synchronized void save() {
    List<StackProcess> processes = members.stream().map(Member::written).toList();
    state.write(new StackState.Content(owner, processes));
  }
}
