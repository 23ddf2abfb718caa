package tasktracker.stack.docker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Questions to the Docker Engine API at the socket of the current context. Thread-safe.
 *
 * @see <a href="https://docs.docker.com/reference/api/engine/version/v1.41/">Engine API 1.41</a>
 */
record EngineApi(SocketAddress address) {
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
      case "unix" -> Optional.of(new EngineApi(UnixDomainSocketAddress.of(uri.getPath())));
      case "tcp" -> Optional.of(new EngineApi(new InetSocketAddress(uri.getHost(), uri.getPort())));
      case null, default -> Optional.empty();
    };
  }

  /**
   * The counters of a container now. Engines before 26 take one or two seconds.
   *
   * @throws IOException when the engine cannot be asked, or knows no such container
   */
  JsonNode statistics(String container) throws IOException {
    return get("/containers/" + container + "/stats?stream=false&one-shot=true");
  }

  /** HTTP 1.0, so that the answer ends with the connection and is not cut into chunks. */
  private JsonNode get(String path) throws IOException {
    try (SocketChannel channel = SocketChannel.open(address)) {
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
  }
}
