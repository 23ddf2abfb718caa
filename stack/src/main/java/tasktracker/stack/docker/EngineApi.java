package tasktracker.stack.docker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Questions to the Docker Engine API at the socket of the current context. Thread-safe.
 *
 * @param address of the socket
 * @param patience how long an answer may take
 * @see <a href="https://docs.docker.com/reference/api/engine/version/v1.41/">Engine API 1.41</a>
 */
record EngineApi(SocketAddress address, Duration patience) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final JsonMapper JSON = new JsonMapper();
  private static final String END_OF_HEAD = "\r\n\r\n";

  /**
   * The engine that {@code docker} talks to; empty where that is neither a socket nor plain TCP.
   */
  static Optional<EngineApi> ofCurrentContext() {
    String host =
        DockerCommand.docker("context", "inspect", "--format", "{{.Endpoints.docker.Host}}");
    URI uri = URI.create(host.strip());
    return switch (uri.getScheme()) {
      case "unix" -> Optional.of(at(UnixDomainSocketAddress.of(uri.getPath())));
      case "tcp" -> Optional.of(at(new InetSocketAddress(uri.getHost(), uri.getPort())));
      case null, default -> Optional.empty();
    };
  }

  private static EngineApi at(SocketAddress address) {
    return new EngineApi(address, PATIENCE);
  }

  /**
   * The counters of a container now. Engines before 26 take one or two seconds.
   *
   * @throws IOException when the engine cannot be asked, or knows no such container
   */
  JsonNode statistics(String container) throws IOException {
    return get("/containers/" + container + "/stats?stream=false&one-shot=true");
  }

  private JsonNode get(String path) throws IOException {
    try (SocketChannel channel = open()) {
      Thread limit = Thread.ofVirtual().start(() -> closeLate(channel));
      try {
        return get(path, channel);
      } finally {
        limit.interrupt();
      }
    }
  }

  /** HTTP 1.0, so that the answer ends with the connection and is not cut into chunks. */
  private JsonNode get(String path, SocketChannel channel) throws IOException {
    channel.connect(address);
    ByteBuffer request =
        ISO_8859_1.encode("GET %s HTTP/1.0\r\nHost: docker%s".formatted(path, END_OF_HEAD));
    while (request.hasRemaining()) {
      channel.write(request);
    }
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    Channels.newInputStream(channel).transferTo(answer);
    String text = answer.toString(ISO_8859_1);
    int body = text.indexOf(END_OF_HEAD);
    if (body < 0 || !text.startsWith("200 ", text.indexOf(' ') + 1)) {
      throw new IOException("the engine answered " + text.lines().findFirst().orElse("nothing"));
    }
    return JSON.readTree(text.substring(body + END_OF_HEAD.length()));
  }

  private SocketChannel open() throws IOException {
    return address instanceof UnixDomainSocketAddress
        ? SocketChannel.open(StandardProtocolFamily.UNIX)
        : SocketChannel.open();
  }

  /** Whoever waits at a channel that is closed fails; sockets of the file system know no limit. */
  private void closeLate(SocketChannel channel) {
    try {
      Thread.sleep(patience);
      channel.close();
    } catch (InterruptedException | IOException e) {
      // The question is answered, or nobody waits for it any more.
      return;
    }
  }
}
