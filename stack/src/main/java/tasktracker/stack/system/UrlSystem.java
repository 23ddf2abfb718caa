package tasktracker.stack.system;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tasktracker.error.EnvironmentException;
import tasktracker.load.http.TargetHost;
import tasktracker.stack.HealthProbe;
import tasktracker.stack.Listener;
import tasktracker.stack.PortOwner;
import tasktracker.stack.PublishedPort;
import tasktracker.stack.Stack;
import tasktracker.stack.docker.PublishedContainers;

/**
 * A system that somebody else runs, of which the URL is known. Nothing of it is started or stopped.
 * Where it runs on this machine, as processes or containers, what it uses is known too.
 *
 * @param name its name
 * @param url where it answers: {@code http} or {@code https}
 * @param check what is asked of it before it is measured
 * @param health path that tells of its health
 */
public record UrlSystem(String name, URI url, Check check, String health)
    implements MeasuredSystem {
  private static final String USUAL_HEALTH = "/health";

  /** Programs that listen for a system elsewhere; what they use says nothing of it. */
  private static final Set<String> FORWARDERS =
      Set.of("kubectl", "oc", "k9s", "ssh", "sshd", "autossh", "socat");

  /** One that tells of its health, if it is asked for that, at the usual path. */
  public UrlSystem(String name, URI url, Check check) {
    this(name, url, check, USUAL_HEALTH);
  }

  /** How it shows that it can be loaded. */
  public enum Check {
    /**
     * A GET of its health path is answered: {@code /health} with 200, others with any success or a
     * redirect.
     */
    HEALTH,
    /** A GET of its URL is answered with any status below 500. */
    ANSWER,
    /** Nobody asks. */
    NONE
  }

  /**
   * Who listens there, or why nobody knows.
   *
   * @param listener empty where nobody knows
   * @param reason as the end of a sentence; empty where somebody does
   */
  record Found(Optional<Listener> listener, String reason) {
    private static Found nobody(String reason, Object... values) {
      return new Found(Optional.empty(), reason.formatted(values));
    }
  }

  @Override
  public String description() {
    return url.toString();
  }

  /** Scheme, host and port. */
  public URI entry() {
    return URI.create(url.getScheme() + "://" + url.getRawAuthority());
  }

  @Override
  public Optional<String> request() {
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return Optional.of(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery());
  }

  @Override
  public boolean staysUp() {
    return true;
  }

  @Override
  public void requireReady() {
    complaint()
        .ifPresent(reason -> {
          throw new EnvironmentException(
              check == Check.HEALTH
                  ? "%s is not healthy at %s (%s): start it, name its URL, or leave out --runtime external"
                      .formatted(name, url, reason)
                  : "%s does not answer at %s (%s): start it, or correct its URL"
                      .formatted(name, url, reason));
        });
  }

  /** Why it cannot be loaded now; empty where it can, or nobody is to ask. */
  Optional<String> complaint() {
    return switch (check) {
      case HEALTH -> askHealth().complaint();
      case ANSWER -> HealthProbe.askFor(url, Stack.HEALTH_TIMEOUT).complaint();
      case NONE -> Optional.empty();
    };
  }

  private HealthProbe.Answer askHealth() {
    return health.equals(USUAL_HEALTH)
        ? HealthProbe.ask(entry(), Stack.HEALTH_TIMEOUT)
        : HealthProbe.askHealth(URI.create(entry() + health), Stack.HEALTH_TIMEOUT);
  }

  @Override
  public List<String> limits() {
    String unknown = find().reason();
    return unknown.isEmpty()
        ? List.of()
        : List.of("The CPU and memory of %s are not known: %s".formatted(name, unknown));
  }

  @Override
  public Set<String> servers() {
    return find()
        .listener()
        .<Set<String>>map(listener -> new HashSet<>(listener.incarnations().values()))
        .orElse(Set.of());
  }

  @Override
  public Stack up() {
    requireReady();
    return new RunningStack(this, find().listener());
  }

  private Found find() {
    TargetHost host = TargetHost.of(url);
    List<InetAddress> addresses;
    try {
      addresses = Arrays.asList(InetAddress.getAllByName(host.name()));
    } catch (UnknownHostException e) {
      return Found.nobody("no address is known of %s", host.name());
    }
    if (addresses.stream().noneMatch(UrlSystem::isOfThisMachine)) {
      return Found.nobody("%s is another machine", host.name());
    }
    for (InetAddress address : addresses) {
      InetSocketAddress socket = new InetSocketAddress(address, host.port());
      List<PortOwner.Holder> holders = PortOwner.of(socket);
      if (holders.stream().anyMatch(holder -> !PublishedPort.isEngine(holder))) {
        return processes(socket, holders);
      }
    }
    return containers(host.port());
  }

  private static Found processes(InetSocketAddress socket, List<PortOwner.Holder> holders) {
    return holders.stream()
        .filter(holder -> FORWARDERS.contains(holder.program()))
        .findFirst()
        .map(holder ->
            Found.nobody("%s passes on what is sent to port %d", holder, socket.getPort()))
        .orElseGet(() -> new Found(Optional.of(ServerProcesses.of(socket, holders)), ""));
  }

  private static Found containers(int port) {
    try {
      Optional<Listener> containers = PublishedContainers.at(port).map(found -> found);
      if (containers.isPresent()) {
        return new Found(containers, "");
      }
    } catch (EnvironmentException e) {
      return Found.nobody("the container engine does not answer (%s)", e.getMessage());
    }
    return PortOwner.isKnowable()
        ? Found.nobody(
            "no process or container can be seen that listens on port %d; that takes the rights of"
                + " its user",
            port)
        : Found.nobody("this operating system does not tell who listens on port %d", port);
  }

  private static boolean isOfThisMachine(InetAddress address) {
    try {
      return address.isLoopbackAddress()
          || address.isAnyLocalAddress()
          || NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      return false;
    }
  }
}
