package tasktracker.load.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tasktracker.load.recording.Outcome;

/** A name with several addresses, of which not all answer. */
@Timeout(20)
class AddressesTest {
  private static final InetAddress IPV4 = InetAddress.ofLiteral("127.0.0.1");
  private static final InetAddress IPV6 = InetAddress.ofLiteral("::1");

  private final RecordedRequests log = new RecordedRequests();

  @BeforeAll
  static void requireIpv6() throws IOException {
    assumeThat(NetworkInterface.getByInetAddress(IPV6)).as("IPv6").isNotNull();
  }

  @Test
  void reachesAServerThatListensOnAnotherAddressOfTheName() throws Exception {
    try (ScriptedServer server = ScriptedServer.at(IPV6, e -> e.ok(""))) {
      send(target(server.uri().getPort(), IPV4, IPV6));
      send(target(server.uri().getPort(), IPV6, IPV4));
    }
    assertThat(log.entries).extracting(e -> e.result().outcome()).containsOnly(Outcome.SUCCESS);
  }

  @Test
  void goesOnWithTheAddressThatAnswered() throws Exception {
    HttpSettings settings = HttpSettings.DEFAULT;
    try (ScriptedServer server = ScriptedServer.at(IPV6, e -> e.ok(""))) {
      Dialer dialer = new Dialer(target(server.uri().getPort(), IPV4, IPV6), settings);
      try (TargetConnection _ = dialer.dial();
          ServerSocket other = new ServerSocket(server.uri().getPort(), 10, IPV4);
          TargetConnection _ = dialer.dial()) {
        assertThat(other.isBound()).isTrue();
        while (server.connections() < 2) {
          Thread.onSpinWait();
        }
      }
    }
  }

  @Test
  void countsOneFailureWhereNoAddressAnswers() throws Exception {
    int nobody;
    try (ServerSocket closed = new ServerSocket(0, 1, IPV4)) {
      nobody = closed.getLocalPort();
    }

    send(target(nobody, IPV4, IPV6));

    assertThat(log.entries)
        .extracting(e -> e.result().outcome())
        .containsExactly(Outcome.CONNECT_REFUSED);
  }

  @Test
  void knowsAllAddressesOfAName() throws Exception {
    ResolvedTarget target = ResolvedTarget.resolve(URI.create("http://localhost:9000"));

    assertThat(target.addresses())
        .hasSize(InetAddress.getAllByName("localhost").length)
        .allMatch(address -> address.getPort() == 9000);
  }

  private void send(ResolvedTarget target) {
    Duration patience = Duration.ofSeconds(5);
    try (Sessions sessions =
            new Sessions(target, HttpSettings.DEFAULT.withTimeouts(patience, patience));
        HttpSession session = sessions.open(log)) {
      session.get("/").send();
    }
  }

  private static ResolvedTarget target(int port, InetAddress... addresses) {
    List<InetSocketAddress> all =
        List.of(addresses).stream().map(address -> new InetSocketAddress(address, port)).toList();
    return new ResolvedTarget(all, "localhost", "localhost:" + port, false);
  }
}
