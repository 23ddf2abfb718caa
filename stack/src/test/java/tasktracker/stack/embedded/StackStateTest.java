package tasktracker.stack.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.stack.Instance;

class StackStateTest {
  private static final long OWN_PID = ProcessHandle.current().pid();
  private static final List<StackProcess> PROCESSES =
      List.of(
          own(new Instance("a_db", "a_db", Instance.Kind.DATABASE, 5500, OWN_PID)),
          own(new Instance("a_2", "a", Instance.Kind.SERVICE, 9101, OWN_PID)));

  @TempDir Path folder;

  private static StackProcess own(Instance instance) {
    return new StackProcess(instance, StackProcess.startOf(OWN_PID));
  }

  @Test
  void readsWhatItWrote() {
    var written = new StackState.Content(Optional.of(StackOwner.thisProcess()), PROCESSES);
    new StackState(folder).write(written);

    StackState.Content read = new StackState(folder).read().orElseThrow();

    assertThat(read).isEqualTo(written);
    assertThat(read.owner().orElseThrow().alive()).isTrue();
    assertThat(read.processes()).allMatch(process -> process.handle().isPresent());
  }

  @Test
  void keepsThatAStackBelongsToNobody() {
    var written = new StackState.Content(Optional.empty(), PROCESSES);
    new StackState(folder).write(written);

    assertThat(new StackState(folder).read()).contains(written);
  }

  @Test
  void putsProcessIdAndKindFirstForTheGuardian() throws Exception {
    StackState state = new StackState(folder);
    state.write(new StackState.Content(Optional.empty(), PROCESSES));

    assertThat(Files.readAllLines(state.file()))
        .satisfiesExactly(
            owner -> assertThat(owner).isEqualTo("owner detached"),
            database -> assertThat(database).startsWith(OWN_PID + " DATABASE "),
            service -> assertThat(service).startsWith(OWN_PID + " SERVICE "));
  }

  @Test
  void knowsAnEarlierProcessFromTheOneThatHasItsIdNow() {
    StackProcess now = PROCESSES.getFirst();
    StackProcess earlier = new StackProcess(now.instance(), now.started().minusSeconds(60));

    assertThat(earlier.handle()).isEmpty();
  }

  @Test
  void isEmptyBeforeTheFirstWriteAndAfterDeletion() {
    StackState state = new StackState(folder);
    assertThat(state.read()).isEmpty();

    state.write(new StackState.Content(Optional.empty(), PROCESSES));
    state.delete();

    assertThat(state.read()).isEmpty();
  }
}
