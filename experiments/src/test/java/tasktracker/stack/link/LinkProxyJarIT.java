package tasktracker.stack.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tasktracker.stack.Ports;

/** The jar that the image of the services has: nothing of the lab besides the proxy. */
class LinkProxyJarIT {
  private static final Path JAR = Path.of("target/lib/tasktracker-link-proxy.jar");
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @Test
  void passesConnectionsOnAndCutsThemWithoutTheRestOfTheLab() throws Exception {
    try (ServerSocket instance = new ServerSocket(0, 1, LOOPBACK)) {
      int port = Ports.free(1, Set.of()).getFirst();
      Link link = Link.local("caller", "instance", port, instance.getLocalPort());
      Process proxy =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-jar",
                  JAR.toString(),
                  link.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (BufferedReader answers = proxy.inputReader(UTF_8);
          PrintStream commands = new PrintStream(proxy.getOutputStream(), true, UTF_8)) {
        assertThat(answers.readLine()).isEqualTo("ready");

        try (Socket _ = new Socket(LOOPBACK, port);
            Socket passedOn = instance.accept()) {
          assertThat(passedOn.isConnected()).isTrue();
        }

        commands.println(new Impairment(Duration.ZERO, Duration.ZERO, 0, true) + " " + link);
        assertThat(answers.readLine()).isEqualTo("ok");
        assertThatThrownBy(() -> new Socket(LOOPBACK, port).close())
            .isInstanceOf(ConnectException.class);
      } finally {
        proxy.destroyForcibly().waitFor();
      }
    }
  }
}
