package tasktracker.load.worker;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The first lines on a connection, before any message: both sides show that they speak the same
 * version and know the token.
 *
 * <pre>
 * worker       tasktracker-worker VERSION RANDOM
 * coordinator  RANDOM PROOF
 * worker       PROOF, or busy, or refused
 * </pre>
 */
final class Handshake {
  private static final String GREETING = "tasktracker-worker";
  private static final String VERSION = "1";
  private static final String BUSY = "busy";
  private static final String REFUSED = "refused";
  private static final String WORKER = "worker";
  private static final String COORDINATOR = "coordinator";
  private static final int LONGEST_LINE = 512;
  private static final long PATIENCE_NANOS = Duration.ofSeconds(10).toNanos();

  private final InputStream in;
  private final OutputStream out;
  private final long deadline = System.nanoTime() + PATIENCE_NANOS;

  Handshake(Socket socket) throws IOException {
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  /**
   * As a worker.
   *
   * @param isFree asked once the other side has shown that it knows the token
   * @return whether it was free
   * @throws IOException when the other side is no coordinator, or does not know the token
   */
  boolean asWorker(WorkerToken token, BooleanSupplier isFree) throws IOException {
    String own = WorkerToken.random();
    send(GREETING + " " + VERSION + " " + own);
    List<String> answer = List.of(receive().split(" ", -1));
    if (answer.size() != 2
        || !token.isProof(answer.getLast(), COORDINATOR, own, answer.getFirst())) {
      send(REFUSED);
      throw new IOException("the token is not known there");
    }
    boolean free = isFree.getAsBoolean();
    send(free ? token.proof(WORKER, own, answer.getFirst()) : BUSY);
    return free;
  }

  /**
   * As a coordinator.
   *
   * @throws IOException when the other side is no worker, another version, busy, or does not know
   *     the token
   */
  void asCoordinator(WorkerToken token) throws IOException {
    List<String> greeting = List.of(receive().split(" ", -1));
    if (!greeting.getFirst().equals(GREETING) || greeting.size() != 3) {
      throw new IOException("what listens there is no worker");
    }
    if (!greeting.get(1).equals(VERSION)) {
      throw new IOException("it speaks version %s, this is %s".formatted(greeting.get(1), VERSION));
    }
    String others = greeting.getLast();
    String own = WorkerToken.random();
    send(own + " " + token.proof(COORDINATOR, others, own));
    String answer = receive();
    if (answer.equals(BUSY)) {
      throw new IOException("it works for another coordinator");
    }
    if (!token.isProof(answer, WORKER, others, own)) {
      throw new IOException("it has another token");
    }
  }

  private void send(String line) throws IOException {
    out.write((line + "\n").getBytes(US_ASCII));
    out.flush();
  }

  private String receive() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the connection was closed");
      }
      if (line.size() == LONGEST_LINE) {
        throw new IOException("what listens there is no worker");
      }
      if (System.nanoTime() - deadline > 0) {
        throw new IOException("it is too slow");
      }
      line.write(next);
    }
    return line.toString(US_ASCII);
  }
}
