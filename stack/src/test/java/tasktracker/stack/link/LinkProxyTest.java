package tasktracker.stack.link;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.fault.Disconnect;
import tasktracker.stack.fault.Latency;
import tasktracker.stack.fault.LinkFault;
import tasktracker.stack.fault.Loss;

@Timeout(30)
class LinkProxyTest {
  private static final Duration LENGTH = Duration.ofSeconds(1);

  @TempDir Path folder;

  private EchoServer echo;
  private Link link;
  private LinkProxy proxy;

  @BeforeEach
  void start() throws IOException {
    echo = new EchoServer();
    link = Link.local("caller", "echo", freePort(), echo.port());
    proxy = LinkProxy.start(List.of(), List.of(link), folder.resolve("log"));
  }

  @AfterEach
  void stop() throws IOException {
    proxy.process().destroyForcibly().onExit().join();
    echo.close();
  }

  @Test
  void passesEverythingOnAsItIs() throws Exception {
    byte[] sent = new byte[EchoServer.REQUEST << 16];
    new Random(7).nextBytes(sent);

    try (Socket socket = connect()) {
      Thread writer =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  socket.getOutputStream().write(sent);
                  socket.shutdownOutput();
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });

      assertThat(socket.getInputStream().readAllBytes()).isEqualTo(sent);
      writer.join();
    }
  }

  @Test
  void delaysARequestOnceInHoweverManyPiecesItComes() throws Exception {
    Duration delay = Duration.ofMillis(300);
    impair(new Latency(delay, Duration.ZERO, LENGTH));

    try (Socket socket = connect()) {
      for (int request = 0; request < 2; request++) {
        long begin = System.nanoTime();
        for (int piece = 0; piece < EchoServer.REQUEST; piece++) {
          socket.getOutputStream().write(piece);
          Thread.sleep(20);
        }
        assertThat(socket.getInputStream().readNBytes(EchoServer.REQUEST)).containsExactly(0, 1, 2);

        assertThat(Duration.ofNanos(System.nanoTime() - begin))
            .isBetween(delay, delay.multipliedBy(2));
      }
    }
  }

  @Test
  void cutsAndRefusesConnectionsUntilTheLinkIsSoundAgain() throws Exception {
    try (Socket socket = connect()) {
      assertThat(echoes(socket)).isTrue();

      impair(new Disconnect(LENGTH));

      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
      assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
    }
    proxy.impair(Impairment.NONE, List.of(link));
    try (Socket socket = connect()) {
      assertThat(echoes(socket)).isTrue();
    }
  }

  @Test
  void losesAboutTheShareThatIsAsked() throws Exception {
    impair(new Loss(0.3, LENGTH));

    int kept = 0;
    for (int i = 0; i < 400; i++) {
      try (Socket socket = connect()) {
        kept += echoes(socket) ? 1 : 0;
      }
    }

    // Both the connection and the request must get through: 0.7², with 5 standard deviations.
    assertThat(kept).isBetween(146, 246);
  }

  @Test
  void resetsConnectionsToWhatIsNotThere() throws Exception {
    echo.close();

    try (Socket socket = connect()) {
      assertThat(echoes(socket)).isFalse();
    }
  }

  @Test
  void endsWithItsInput() throws Exception {
    proxy.process().getOutputStream().close();

    assertThat(proxy.process().onExit()).succeedsWithin(Duration.ofSeconds(10));
  }

  @Test
  void mendsWhatAConnectionHasImpairedWhenItEnds() throws Exception {
    Link own = new Link("caller", "echo", freePort(), "localhost", echo.port());
    int control = freePort();
    Thread server = Thread.ofVirtual().start(() -> serve(control, own));
    try (LinkProxy remote = patiently(control)) {
      remote.impair(Impairment.of(new Disconnect(LENGTH)), List.of(own));
      assertThatThrownBy(() -> connectTo(own)).isInstanceOf(ConnectException.class);
    }

    try (LinkProxy _ = LinkProxy.at(control);
        Socket socket = connectTo(own)) {
      assertThat(echoes(socket)).isTrue();
    }
    assertThat(server.isAlive()).isTrue();
  }

  @Test
  void leavesNothingRunningWhereItCannotListen() throws Exception {
    List<ProcessHandle> before = ProcessHandle.current().children().toList();
    Path log = folder.resolve("other.log");
    // The port of the echo server is taken for as long as this test runs.
    List<Link> taken = List.of(Link.local("caller", "echo", echo.port(), freePort()));

    assertThatThrownBy(() -> LinkProxy.start(List.of(), taken, log))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("the link proxy failed: it ended (what it said is in %s)", log);

    assertThat(log).content().contains("BindException");
    while (!ProcessHandle.current().children().allMatch(before::contains)) {
      Thread.sleep(10);
    }
  }

  @Test
  void hangsUpOnWhatIsNoProxy() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> attach(other.getLocalPort()));
      try (Socket lab = other.accept()) {
        lab.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
        lab.getOutputStream().write("hello\n".getBytes(US_ASCII));

        assertThat(lab.getInputStream().read()).isEqualTo(-1);
      }
    }
  }

  private static void attach(int port) {
    assertThatThrownBy(() -> LinkProxy.at(port)).isInstanceOf(EnvironmentException.class);
  }

  private static void serve(int control, Link link) {
    try {
      Main.main(new String[] {"--control=" + control, link.toString()});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LinkProxy patiently(int port) throws InterruptedException {
    while (true) {
      try {
        return LinkProxy.at(port);
      } catch (EnvironmentException e) {
        Thread.sleep(20);
      }
    }
  }

  private static Socket connectTo(Link link) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), link.port());
  }

  private void impair(LinkFault fault) {
    proxy.impair(Impairment.of(fault), List.of(link));
  }

  private Socket connect() throws IOException {
    return connectTo(link);
  }

  private static boolean echoes(Socket socket) {
    try {
      byte[] request = {'a', 'b', 'c'};
      socket.getOutputStream().write(request);
      return Arrays.equals(socket.getInputStream().readNBytes(request.length), request);
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
