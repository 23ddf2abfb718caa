package tasktracker.load.worker;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
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
import tasktracker.load.recording.Second;
import tasktracker.load.worker.Message.Agreed;
import tasktracker.load.worker.Message.Begin;

/** One load test of a generator that a coordinator tells what to do. */
final class WorkerSession {
  private final Wire wire;
  private final Closeable connection;
  private Optional<Share> share = Optional.empty();

  /** Over a pair of streams. */
  WorkerSession(InputStream in, OutputStream out) {
    this.wire = new Wire(in, out);
    this.connection = out;
  }

  /** Over a connection whose other side is a coordinator. */
  WorkerSession(Socket socket) throws IOException {
    this.wire = new Wire(socket.getInputStream(), socket.getOutputStream());
    this.connection = socket;
    socket.setSoTimeout((int) RemoteWorker.SILENCE.toMillis());
  }

  /**
   * Does what the coordinator says until it goes, be it by a broken connection: then a test that
   * runs ends early.
   *
   * @throws InterruptedException when this thread is interrupted
   */
  void serve() throws InterruptedException {
    try {
      for (Optional<Message> next = wire.receive(); next.isPresent(); next = wire.receive()) {
        handle(next.get());
      }
    } catch (IOException e) {
      // As if the coordinator had gone.
    } finally {
      hangUp();
      if (share.isPresent()) {
        share.get().end();
      }
    }
  }

  /** A test that waits for a coordinator to read would not end. */
  private void hangUp() {
    try {
      connection.close();
    } catch (IOException e) {
      // It is gone already.
    }
  }

  private void handle(Message message) throws IOException {
    switch (message) {
      case Message.ClockQuestion(var number) ->
          wire.send(new Message.ClockAnswer(number, Instant.now()));
      case Message.Alive() -> {}
      case Begin begin when share.isEmpty() -> share = begin(begin);
      case Agreed(var phase, var at) when share.isPresent() -> share.get().agreed(phase, at);
      case Message.Stop() when share.isPresent() -> share.get().stop();
      default -> throw new IOException("unexpected " + message);
    }
  }

  private Optional<Share> begin(Begin begin) throws IOException {
    try {
      Share begun = new Share(begin);
      begun.thread = Thread.ofPlatform().name("load").start(begun::carryOut);
      return Optional.of(begun);
    } catch (RuntimeException e) {
      wire.send(failed(e));
      return Optional.empty();
    }
  }

  private static Message failed(Exception e) {
    return new Message.Failed(e.getMessage() == null ? e.toString() : e.getMessage());
  }

  /**
   * A result as messages.
   *
   * @param told the seconds that were told before
   */
  static List<Message> messages(LoadResult result, List<Second> told) {
    List<Message> messages = new ArrayList<>();
    List<Second> seconds = result.recording().seconds();
    for (int i = 0; i < seconds.size(); i++) {
      if (i >= told.size() || !told.get(i).equals(seconds.get(i))) {
        messages.add(new Message.Measured(i, seconds.get(i)));
      }
    }
    result.selfWatch().seconds().forEach(second -> messages.add(new Message.Watched(second)));
    messages.add(
        new Message.Done(
                result.start(),
                result.end(),
                result.stopped(),
                seconds.size(),
                result.recording(),
                result.selfWatch())
            .with(List.of(), List.of()));
    return messages;
  }

  /** This generator's share of the load. */
  private final class Share implements Coordination, LoadListener {
    private final Map<Phase, CompletableFuture<Instant>> agreed = new EnumMap<>(Phase.class);
    private final List<Second> told = new ArrayList<>();
    private final Duration clockAhead;
    private final LoadTest test;
    private Thread thread;

    Share(Begin begin) {
      for (Phase phase : Phase.values()) {
        agreed.put(phase, new CompletableFuture<>());
      }
      clockAhead = begin.clockAhead();
      test = new LoadTest(begin.order().toPlan(), new LoadShare(begin.index(), begin.of()), this);
    }

    void carryOut() {
      List<Message> last;
      try {
        last = messages(test.run(this), told);
      } catch (RuntimeException | InterruptedException e) {
        last = List.of(failed(e));
      }
      last.forEach(this::tell);
    }

    void agreed(Phase phase, Instant at) {
      agreed.get(phase).complete(at);
    }

    void stop() {
      test.stop();
    }

    void end() throws InterruptedException {
      test.stop();
      thread.join();
    }

    /** The coordinator's, so that whatever is told here is told in its time. */
    @Override
    public InstantSource clock() {
      return () -> Instant.now().minus(clockAhead);
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
    public void measured(int number, Second second) {
      told.add(second);
      tell(new Message.Measured(number, second));
    }

    @Override
    public void progress(Progress progress) {
      tell(
          new Message.Glance(
              progress.phase(),
              progress.users(),
              progress.phase() == Phase.MEASUREMENT ? Optional.empty() : progress.latest(),
              progress.failures(),
              progress.remaining()));
    }

    /** Whoever cannot be told is gone, and nobody wants the result. */
    private void tell(Message message) {
      try {
        wire.send(message);
      } catch (IOException e) {
        test.stop();
      }
    }
  }
}
