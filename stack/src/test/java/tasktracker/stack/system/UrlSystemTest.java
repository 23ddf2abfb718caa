package tasktracker.stack.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.PortOwner;
import tasktracker.stack.Stack;

/** A system that somebody else runs: whether it answers, and that it is left as it is. */
class UrlSystemTest {
  private static final String LISTENER =
      "$s = IO::Socket::INET->new(LocalAddr => '127.0.0.1', Listen => 9) or die $!;"
          + " $| = 1; print $s->sockport, qq(\\n); sleep 60";

  @TempDir Path folder;

  private HttpServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  @Test
  void isReadyWhenHealthAnswers200() {
    answer("/health", 200);

    assertThatCode(system(UrlSystem.Check.HEALTH)::requireReady).doesNotThrowAnyException();
  }

  @Test
  void saysWhichStatusHealthAnsweredInstead() {
    answer("/health", 503);

    assertThatThrownBy(system(UrlSystem.Check.HEALTH)::requireReady)
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining("one is not healthy at " + url())
        .hasMessageContaining("status 503")
        .hasMessageContaining("start it, name its URL, or leave out --runtime external");
  }

  @Test
  void isReadyWhenItsPathAnswersAnythingBelow500() {
    answer("/shop", 404);

    assertThatCode(system(UrlSystem.Check.ANSWER)::requireReady).doesNotThrowAnyException();
  }

  @Test
  void isNotReadyWhenItsPathAnswersAnErrorOfTheServer() {
    answer("/shop", 502);

    assertThatThrownBy(system(UrlSystem.Check.ANSWER)::requireReady)
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("one does not answer at %s (status 502): start it, or correct its URL", url());
  }

  @Test
  void saysThatNothingAnswers() {
    server.stop(0);

    assertThatThrownBy(system(UrlSystem.Check.ANSWER)::requireReady)
        .hasMessageContaining("Connection refused");
    assertThatCode(system(UrlSystem.Check.NONE)::requireReady).doesNotThrowAnyException();
  }

  @Test
  void isLoadedWithItsPathAndQueryAtItsHost() {
    UrlSystem system =
        new UrlSystem("one", URI.create("https://example.org/a?b=c"), UrlSystem.Check.NONE);

    assertThat(system.request()).contains("/a?b=c");
    assertThat(system.entry()).isEqualTo(URI.create("https://example.org"));
  }

  @Test
  void isLeftAsItIsWhenItIsClosed() {
    answer("/health", 200);
    UrlSystem system = system(UrlSystem.Check.HEALTH);

    try (Stack stack = system.up()) {
      assertThat(stack.architecture()).isEqualTo("one");
      assertThat(stack.complaint()).isEmpty();
    }

    assertThatCode(system::requireReady).doesNotThrowAnyException();
  }

  @Test
  void saysWhyNothingIsKnownOfAnotherMachine() {
    // TEST-NET-1 of RFC 5737, which is nobody's.
    UrlSystem system =
        new UrlSystem("one", URI.create("http://192.0.2.1:8080/"), UrlSystem.Check.NONE);

    assertThat(system.limits())
        .containsExactly("The CPU and memory of one are not known: 192.0.2.1 is another machine");
    try (Stack stack = system.up()) {
      assertThat(stack.usage()).isEmpty();
      assertThat(stack.instances()).isEmpty();
    }
  }

  @Test
  void saysWhyNothingIsKnownOfWhatAForwarderLeadsTo() throws IOException {
    Path perl = Path.of("/usr/bin/perl");
    assumeTrue(Files.isExecutable(perl) && PortOwner.isKnowable());
    Path kubectl = Files.copy(perl, folder.resolve("kubectl"), StandardCopyOption.COPY_ATTRIBUTES);
    Process forwarder =
        new ProcessBuilder(kubectl.toString(), "-MIO::Socket::INET", "-e", LISTENER).start();
    try {
      int port = Integer.parseInt(forwarder.inputReader(UTF_8).readLine());
      UrlSystem system =
          new UrlSystem("one", URI.create("http://127.0.0.1:" + port), UrlSystem.Check.NONE);

      assertThat(system.limits())
          .singleElement()
          .asString()
          .startsWith("The CPU and memory of one are not known: process " + forwarder.pid())
          .endsWith("passes on what is sent to port " + port);
      try (Stack stack = system.up()) {
        assertThat(stack.usage()).isEmpty();
      }
    } finally {
      forwarder.destroyForcibly();
    }
  }

  private void answer(String path, int status) {
    server.createContext(path, exchange -> exchange.sendResponseHeaders(status, -1));
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/shop";
  }

  private UrlSystem system(UrlSystem.Check check) {
    return new UrlSystem("one", URI.create(url()), check);
  }
}
