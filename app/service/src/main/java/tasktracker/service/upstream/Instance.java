package tasktracker.service.upstream;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Logger;

/**
 * One instance of a service and the pool of connections to it. The connection used last is used
 * first, so that those which a falling load leaves over grow idle and expire. Thread-safe without a
 * lock.
 */
final class Instance {

  private static final Logger LOG = Logger.getLogger(Instance.class.getName());

  private final String service;
  private final InetSocketAddress address;
  private final UpstreamSettings settings;
  private final Availability availability = new Availability();
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger places = new AtomicInteger();
  private final AtomicInteger inUse = new AtomicInteger();
  private final LongAdder opened = new LongAdder();
  private volatile boolean retired;

  Instance(String service, InetSocketAddress address, UpstreamSettings settings) {
    this.service = service;
    this.address = address;
    this.settings = settings;
  }

  String service() {
    return service;
  }

  InetSocketAddress address() {
    return address;
  }

  boolean isAt(String host, int port) {
    return address.getPort() == port
        && (address.getHostString().equalsIgnoreCase(host)
            || (!address.isUnresolved() && address.getAddress().getHostAddress().equals(host)));
  }

  UpstreamSettings settings() {
    return settings;
  }

  Availability availability() {
    return availability;
  }

  int outstanding() {
    return inUse.get();
  }

  /** The address to connect to; a name that was unknown at first is looked up again. */
  InetSocketAddress resolved() throws IOException {
    return address.isUnresolved()
        ? new InetSocketAddress(InetAddress.getByName(address.getHostString()), address.getPort())
        : address;
  }

  /** Sends a request over a pooled or a new connection. */
  UpstreamResponse call(UpstreamRequest request) throws IOException {
    Connection connection = lease();
    UpstreamResponse response = null;
    try {
      response = connection.exchange(request);
      noteSuccess();
      return response;
    } catch (UpstreamException.BrokenOff e) {
      noteFailure(e);
      throw e;
    } finally {
      if (response == null) {
        connection.close();
      }
    }
  }

  private void noteSuccess() {
    if (availability.succeeded()) {
      LOG.info(() -> "%s: %s is back".formatted(service, this));
    }
  }

  private void noteFailure(IOException cause) {
    if (availability.failed()) {
      LOG.warning(() -> "%s: %s is out: %s".formatted(service, this, cause.getMessage()));
    }
  }

  private Connection lease() throws UpstreamException {
    inUse.incrementAndGet();
    Connection connection = null;
    try {
      connection = pooled();
      if (connection == null) {
        connection = connect();
      }
      return connection;
    } finally {
      if (connection == null) {
        inUse.decrementAndGet();
      }
    }
  }

  private Connection pooled() {
    Connection connection = idle.pollFirst();
    while (connection != null && connection.isStale()) {
      discard(connection);
      connection = idle.pollFirst();
    }
    return connection;
  }

  private Connection connect() throws UpstreamException {
    if (places.incrementAndGet() > settings.maxConnections()) {
      places.decrementAndGet();
      throw new UpstreamException.Unreachable(
          service,
          "all %d connections to %s are in use".formatted(settings.maxConnections(), this),
          null);
    }
    Connection connection = null;
    try {
      connection = Connection.open(this);
      open.add(connection);
      opened.increment();
      return connection;
    } catch (IOException e) {
      noteFailure(e);
      throw new UpstreamException.Unreachable(service, "%s: %s".formatted(this, e.getMessage()), e);
    } finally {
      if (connection == null) {
        places.decrementAndGet();
      }
    }
  }

  /** Takes a connection back that can be used again. */
  void giveBack(Connection connection) {
    inUse.decrementAndGet();
    idle.addFirst(connection);
    if (retired) {
      closeIdle();
    }
  }

  /** Takes notice that a connection in use was closed; again for the same one does nothing. */
  void forget(Connection connection) {
    if (discard(connection)) {
      inUse.decrementAndGet();
    }
  }

  private boolean discard(Connection connection) {
    connection.closeSocket();
    boolean first = open.remove(connection);
    if (first) {
      places.decrementAndGet();
    }
    return first;
  }

  /** Ends what has waited too long: for a response, or in the pool for work. */
  void sweep(long now) {
    open.forEach(connection -> connection.closeIfOverdue(now));
    long longestIdle = settings.idleTimeout().toNanos();
    for (Connection oldest = idle.pollLast(); oldest != null; oldest = idle.pollLast()) {
      if (!oldest.idleLongerThan(longestIdle, now)) {
        idle.addLast(oldest);
        return;
      }
      discard(oldest);
    }
  }

  /** Takes no part any more; what is in use finishes first. */
  void retire() {
    retired = true;
    closeIdle();
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  private void closeIdle() {
    for (Connection pooled = idle.pollFirst(); pooled != null; pooled = idle.pollFirst()) {
      discard(pooled);
    }
  }

  InstanceFigures figures() {
    return new InstanceFigures(
        toString(), opened.sum(), inUse.get(), idle.size(), availability.isIn());
  }

  @Override
  public String toString() {
    return address.getHostString() + ":" + address.getPort();
  }
}
