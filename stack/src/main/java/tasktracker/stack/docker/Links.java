package tasktracker.stack.docker;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tasktracker.error.EnvironmentException;
import tasktracker.error.UsageException;
import tasktracker.stack.Instance;
import tasktracker.stack.fault.Breakable;
import tasktracker.stack.fault.Disturbance;
import tasktracker.stack.fault.LinkFault;
import tasktracker.stack.link.Link;
import tasktracker.stack.link.LinkDisturbance;
import tasktracker.stack.link.LinkProbe;
import tasktracker.stack.link.LinkProxy;

/**
 * The connections between containers, through one more container. Which ones there are, its command
 * tells. Should the lab die, the connection over which it commands ends, and with it every
 * impairment.
 */
final class Links implements AutoCloseable {
  private static final int CONTROL_PORT = 7000;

  private final Container container;
  private final List<Link> all;
  private final LinkProxy proxy;

  private Links(Container container) {
    this.container = container;
    this.all =
        container.command().stream().filter(word -> word.contains(">")).map(Link::parse).toList();
    this.proxy = LinkProxy.at(container.ports().get(CONTROL_PORT));
  }

  /**
   * Those of a stack, if it has a proxy.
   *
   * @throws EnvironmentException when the proxy does not answer
   */
  static Optional<Links> of(List<Container> stack) {
    return stack.stream()
        .filter(each -> each.member().equals(LinkProxy.NAME))
        .findFirst()
        .map(Links::new);
  }

  /** Where users find the service that takes their requests. */
  URI entry(String service) {
    return to(service).stream()
        .filter(link -> link.caller().equals(Breakable.USERS))
        .map(link -> URI.create("http://127.0.0.1:" + outerPort(link)))
        .findFirst()
        .orElseThrow();
  }

  /**
   * A fault of the connections to a service or database.
   *
   * @param first one instance of it, which is talked to past the proxy for comparison
   * @throws UsageException when no such connection runs through the proxy
   */
  Disturbance disturbance(
      LinkFault fault, Container first, Instance.Kind kind, BooleanSupplier ready) {
    List<LinkProbe> probes =
        to(first.member()).stream()
            .map(link -> new LinkProbe(link, kind, outerPort(link), first.port().orElseThrow()))
            .toList();
    if (probes.isEmpty()) {
      throw new UsageException(
          "%s: no link to %s runs through the proxy".formatted(fault.kind(), first.member()));
    }
    return new LinkDisturbance(proxy, fault, probes, ready);
  }

  private List<Link> to(String member) {
    return all.stream().filter(link -> link.instance().equals(member)).toList();
  }

  private int outerPort(Link link) {
    return container.ports().get(link.port());
  }

  @Override
  public void close() {
    proxy.close();
  }
}
