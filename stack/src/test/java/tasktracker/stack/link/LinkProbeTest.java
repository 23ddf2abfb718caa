package tasktracker.stack.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tasktracker.stack.Instance;
import tasktracker.stack.fault.Disconnect;
import tasktracker.stack.fault.Evidence;
import tasktracker.stack.fault.Latency;
import tasktracker.stack.fault.LinkFault;
import tasktracker.stack.fault.Loss;

/** A link on which nothing is answered: a look at it ends with the fault. */
@Timeout(20)
class LinkProbeTest {
  private static final Duration LENGTH = Duration.ofMillis(500);

  private ServerSocket silent;
  private EchoServer echo;

  @BeforeEach
  void listen() throws IOException {
    silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    echo = new EchoServer();
  }

  @AfterEach
  void close() throws IOException {
    silent.close();
    echo.close();
  }

  @Test
  void looksNoLongerThanAFaultLasts() {
    for (LinkFault fault : List.of(new Loss(0.3, LENGTH), new Disconnect(LENGTH))) {
      assertThat(look(fault).holds()).as("%s", fault).isFalse();
    }
  }

  @Test
  void seesADelayThatLastsLongerThanTheFault() {
    Evidence seen = look(new Latency(Duration.ofMillis(600), Duration.ZERO, LENGTH));

    assertThat(seen.holds()).as("%s", seen).isTrue();
  }

  @Test
  void seesNoDelayWhereItCouldNotWaitForHalfOfIt() {
    Evidence seen = look(new Latency(Duration.ofSeconds(10), Duration.ZERO, LENGTH));

    assertThat(seen.holds()).as("%s", seen).isFalse();
  }

  private Evidence look(LinkFault fault) {
    Link link = Link.local("caller", "echo", silent.getLocalPort(), echo.port());
    return new LinkProbe(link, Instance.Kind.SERVICE, silent.getLocalPort(), echo.port())
        .impaired(Impairment.of(fault), System.nanoTime() + fault.duration().toNanos());
  }
}
