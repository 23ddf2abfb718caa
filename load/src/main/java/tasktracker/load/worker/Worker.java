package tasktracker.load.worker;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import tasktracker.load.recording.Second;
import tasktracker.load.watch.WatchedSecond;

/** A generator as its coordinator sees it. */
final class Worker implements AutoCloseable {
  private static final int CLOCK_QUESTIONS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final WorkerConnection connection;
  private final Wire wire;
  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
  private final List<Second> measured = new ArrayList<>();
  private volatile boolean lost;

  private record Answer(Message.ClockAnswer said, long nanos) {}

  /** With a worker that can be talked to. */
  Worker(WorkerConnection connection) {
    this.connection = connection;
    this.wire = new Wire(connection.input(), connection.output());
  }

  /**
   * Begins to listen.
   *
   * @param onMessage is told what it says, by a thread of its own; last a result or a failure
   */
  void listen(BiConsumer<Worker, Message> onMessage) {
    Thread.ofPlatform().daemon().name(name()).start(() -> receive(onMessage));
  }

  String name() {
    return connection.name();
  }

  boolean isLocal() {
    return connection.isLocal();
  }

  /** Whether it went silent before it came to an end. */
  boolean isLost() {
    return lost;
  }

  /** The seconds that it told in order, once it said its last. */
  List<Second> measured() {
    synchronized (measured) {
      return List.copyOf(measured);
    }
  }

  /** A worker that cannot be told is about to be missed. */
  void send(Message message) {
    try {
      wire.send(message);
    } catch (IOException e) {
      connection.abort();
    }
  }

  /**
   * Asks for the time until one answer came back fast.
   *
   * @return the best reading of several; empty when the worker does not answer
   * @throws InterruptedException when this thread is interrupted
   */
  Optional<ClockReading> readClock() throws InterruptedException {
    Optional<ClockReading> best = Optional.empty();
    for (int number = 0; number < CLOCK_QUESTIONS; number++) {
      answers.clear();
      Instant asked = Instant.now();
      long askedNanos = System.nanoTime();
      send(new Message.ClockQuestion(number));
      Answer answer = answers.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (answer == null || answer.said().number() != number) {
        return best;
      }
      ClockReading reading =
          ClockReading.of(asked, Duration.ofNanos(answer.nanos() - askedNanos), answer.said().at());
      best = Optional.of(best.map(reading::better).orElse(reading));
    }
    return best;
  }

  private void receive(BiConsumer<Worker, Message> onMessage) {
    List<WatchedSecond> watched = new ArrayList<>();
    boolean ended = false;
    IOException failure = null;
    try {
      for (Optional<Message> next = wire.receive(); next.isPresent(); next = wire.receive()) {
        switch (next.get()) {
          case Message.ClockAnswer answer -> answers.add(new Answer(answer, System.nanoTime()));
          case Message.Measured(var number, var second) -> keep(number, second);
          case Message.Watched(var second) -> watched.add(second);
          case Message.Done done -> {
            requireWhole(done);
            ended = true;
            onMessage.accept(this, done.with(measured(), watched));
          }
          case Message.Glance glance when glance.latest().isEmpty() ->
              onMessage.accept(this, glance.with(latest()));
          case Message.Failed failed -> {
            ended = true;
            onMessage.accept(this, failed);
          }
          case Message message -> onMessage.accept(this, message);
        }
      }
    } catch (IOException e) {
      failure = e;
    }
    if (!ended) {
      lost = true;
      onMessage.accept(this, new Message.Failed(name() + " " + connection.whyLost(failure)));
    }
  }

  /** The next one, or one that is known already as it is in the result. */
  private void keep(int number, Second second) throws IOException {
    synchronized (measured) {
      if (number > measured.size()) {
        throw gap(measured.size());
      }
      if (number == measured.size()) {
        measured.add(second);
      } else {
        measured.set(number, second);
      }
    }
  }

  private Optional<Second> latest() {
    synchronized (measured) {
      return measured.isEmpty() ? Optional.empty() : Optional.of(measured.getLast());
    }
  }

  private void requireWhole(Message.Done done) throws IOException {
    if (measured().size() != done.seconds()) {
      throw gap(measured().size());
    }
  }

  private static IOException gap(int number) {
    return new IOException("second %s is missing in what it told".formatted(number + 1));
  }

  @Override
  public void close() {
    connection.close();
  }
}
