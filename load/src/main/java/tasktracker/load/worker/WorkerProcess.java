package tasktracker.load.worker;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import tasktracker.load.Coordination;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadResult;
import tasktracker.load.LoadShare;
import tasktracker.load.LoadTest;
import tasktracker.load.Phase;
import tasktracker.load.Progress;
import tasktracker.load.worker.Message.Agreed;
import tasktracker.load.worker.Message.Begin;
import tasktracker.load.worker.Message.Stop;

/**
 * A generator that is told over its standard input what to do, and answers on its standard output.
 * It ends when its input does: nothing outlives the coordinator.
 */
public final class WorkerProcess implements Coordination, LoadListener {
  private final Wire wire;
  private final Map<Phase, CompletableFuture<Instant>> agreed = new EnumMap<>(Phase.class);

  private WorkerProcess(Wire wire) {
    this.wire = wire;
    for (Phase phase : Phase.values()) {
      agreed.put(phase, new CompletableFuture<>());
    }
  }

  /** Carries out one order. */
  public static void main(String[] arguments) throws IOException {
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    OutputStream answers = System.out;
    // What a library may print must not get between the messages.
    System.setOut(System.err);
    Wire wire = new Wire(System.in, answers);
    if (wire.receive().orElse(null) instanceof Begin begin) {
      new WorkerProcess(wire).carryOut(begin);
    }
  }

  private void carryOut(Begin begin) throws IOException {
    List<Message> last;
    try {
      LoadShare share = new LoadShare(begin.index(), begin.of());
      LoadTest test = new LoadTest(begin.order().toPlan(), share, this);
      // Reading a pipe would hold a carrier of the virtual users all the time.
      Thread.ofPlatform().daemon().name("orders").start(() -> listen(test));
      LoadResult result = test.run(this);
      last = messages(result);
    } catch (RuntimeException | InterruptedException e) {
      last = List.of(new Message.Failed(e.getMessage() == null ? e.toString() : e.getMessage()));
    }
    for (Message message : last) {
      wire.send(message);
    }
  }

  static List<Message> messages(LoadResult result) {
    List<Message> messages = new ArrayList<>();
    result.recording().seconds().forEach(second -> messages.add(new Message.Measured(second)));
    result.selfWatch().seconds().forEach(second -> messages.add(new Message.Watched(second)));
    messages.add(
        new Message.Done(
                result.start(),
                result.end(),
                result.stopped(),
                result.recording(),
                result.selfWatch())
            .with(List.of(), List.of()));
    return messages;
  }

  private void listen(LoadTest test) {
    try {
      for (Optional<Message> next = wire.receive(); next.isPresent(); next = wire.receive()) {
        switch (next.get()) {
          case Agreed(var phase, var at) -> agreed.get(phase).complete(at);
          case Stop() -> test.stop();
          default -> throw new IOException("unexpected " + next.get());
        }
      }
    } catch (IOException e) {
      // As if the coordinator had gone.
    }
    test.stop();
  }

  @Override
  public Instant agree(Phase phase, Instant earliest) throws InterruptedException {
    tell(new Message.Ready(phase, earliest));
    try {
      return agreed.get(phase).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void phaseStarted(Phase phase, Instant at) {
    tell(new Message.Entered(phase, at));
  }

  @Override
  public void progress(Progress progress) {
    tell(
        new Message.Glance(
            progress.phase(),
            progress.users(),
            progress.latest(),
            progress.failures(),
            progress.remaining()));
  }

  /** Whoever cannot be told is gone, which ends the input too. */
  private void tell(Message message) {
    try {
      wire.send(message);
    } catch (IOException e) {
      Thread.currentThread().interrupt();
    }
  }
}
