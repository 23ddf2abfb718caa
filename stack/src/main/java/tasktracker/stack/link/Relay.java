package tasktracker.stack.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens at one link's port and passes its connections on. Thread-safe. */
final class Relay {
  private static final Duration LISTEN_PATIENCE = Duration.ofSeconds(5);
  private static final Duration LISTEN_PAUSE = Duration.ofMillis(20);

  private final Link link;
  private final InetAddress own;
  private final AtomicInteger turn = new AtomicInteger();
  private final Set<ProxiedConnection> passages = ConcurrentHashMap.newKeySet();
  private volatile Impairment impairment = Impairment.NONE;
  private ServerSocket listener;
  private Thread acceptor;

  private Relay(Link link, InetAddress own) {
    this.link = link;
    this.own = own;
  }

  /** Listens at an address of this machine. */
  static Relay listening(Link link, InetAddress own) throws IOException {
    Relay relay = new Relay(link, own);
    relay.listen();
    return relay;
  }

  Link link() {
    return link;
  }

  /** Changes the state of the link; what is cut is closed, and the port too, when this returns. */
  synchronized void impair(Impairment next) throws IOException {
    impairment = next;
    if (next.cut()) {
      listener.close();
      passages.forEach(ProxiedConnection::reset);
      // A socket is closed for good by the thread that was waiting at it.
      join(acceptor);
    } else if (listener.isClosed()) {
      listen();
    }
  }

  private void listen() throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    bind(socket);
    listener = socket;
    acceptor = Thread.ofVirtual().name(link.toString()).start(() -> accept(socket));
  }

  /** Another program may have the port for a moment, as the near end of a connection. */
  private void bind(ServerSocket socket) throws IOException {
    InetSocketAddress address = new InetSocketAddress(own, link.port());
    long deadline = System.nanoTime() + LISTEN_PATIENCE.toNanos();
    while (!socket.isBound()) {
      try {
        socket.bind(address, 0);
      } catch (IOException e) {
        if (System.nanoTime() - deadline > 0) {
          throw e;
        }
        pause();
      }
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LISTEN_PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        Socket caller = socket.accept();
        Thread.ofVirtual().start(() -> pass(caller));
      } catch (IOException e) {
        // Closed, or one caller gave up: the next one may not.
      }
    }
  }

  private void pass(Socket caller) {
    Socket callee = new Socket();
    ProxiedConnection passage = new ProxiedConnection(this, caller, callee);
    passages.add(passage);
    try {
      if (impairment.cut() || isLost()) {
        passage.reset();
        return;
      }
      callee.connect(new InetSocketAddress(nextAddress(), link.targetPort()));
      passage.run();
      passage.close();
    } catch (IOException e) {
      // Nobody listens there, or the link was cut: the caller is to notice.
      passage.reset();
    } finally {
      passages.remove(passage);
    }
  }

  /** Instances of one name take turns. */
  private InetAddress nextAddress() throws IOException {
    InetAddress[] addresses = InetAddress.getAllByName(link.host());
    Arrays.sort(addresses, Comparator.comparing(InetAddress::getHostAddress));
    return addresses[Math.floorMod(turn.getAndIncrement(), addresses.length)];
  }

  /** Draws whether what is sent now is lost. */
  boolean isLost() {
    double share = impairment.loss();
    return share > 0 && ThreadLocalRandom.current().nextDouble() < share;
  }

  /** Draws how long what is sent now is held back. */
  Duration delay() {
    Impairment now = impairment;
    if (now.jitter().isZero()) {
      return now.delay();
    }
    double spread = ThreadLocalRandom.current().nextDouble(-1, 1);
    return now.delay().plusNanos(Math.round(spread * now.jitter().toNanos()));
  }
}
