package tasktracker.service.upstream;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.logging.Logger;

/** One instance of a service: where it is, whether it takes part, the connections to it. */
final class UpstreamInstance {

  private static final Logger LOG = Logger.getLogger(UpstreamInstance.class.getName());

  private final String service;
  private final InetSocketAddress address;
  private final UpstreamSettings settings;
  private final Availability availability = new Availability();
  private final Pool pool;

  UpstreamInstance(String service, InetSocketAddress address, UpstreamSettings settings) {
    this.service = service;
    this.address = address;
    this.settings = settings;
    this.pool = new Pool(this, settings);
  }

  String service() {
    return service;
  }

  InetSocketAddress address() {
    return address;
  }

  /** The address to connect to; a name that was unknown at first is looked up again. */
  InetSocketAddress resolved() throws IOException {
    return address.isUnresolved()
        ? new InetSocketAddress(InetAddress.getByName(address.getHostString()), address.getPort())
        : address;
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

  Pool pool() {
    return pool;
  }

  /** Sends a request over a pooled or a new connection. */
  UpstreamResponse call(UpstreamRequest request) throws IOException {
    UpstreamConnection connection = lease();
    UpstreamResponse response = null;
    try {
      response = connection.exchange(request);
      if (response.announcesEnd()) {
        availability.leaving();
      } else if (!response.isUnavailable()) {
        noteSuccess();
      }
      return response;
    } catch (UpstreamException e) {
      noteFailure(e);
      throw e;
    } finally {
      if (response == null) {
        connection.close();
      }
    }
  }

  /** Brings it back if it is out and well again; called often, checks seldom. */
  void checkIfDue() {
    if (availability.claimCheck()) {
      Thread.ofVirtual().name(service + " check").start(this::check);
    }
  }

  private void check() {
    try {
      HealthCheck.of(this);
      noteSuccess();
    } catch (IOException e) {
      noteFailure(e);
    }
  }

  private UpstreamConnection lease() throws UpstreamException {
    try {
      return pool.lease();
    } catch (UpstreamException e) {
      throw e;
    } catch (IOException e) {
      noteFailure(e);
      throw new UpstreamException.Unreachable(service, "%s: %s".formatted(this, e.getMessage()), e);
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

  InstanceFigures figures() {
    return new InstanceFigures(
        toString(), pool.opened(), pool.inUse(), pool.idle(), availability.isIn());
  }

  @Override
  public String toString() {
    return address.getHostString() + ":" + address.getPort();
  }
}
