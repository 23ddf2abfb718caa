package tasktracker.service.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetSocketAddress;
import java.util.List;

/** Where the client of a request is. */
public enum ClientAddress {
  /** At the other end of the connection. What headers say is not believed. */
  OF_PEER {
    @Override
    public String of(ServerRequest request) {
      return request.remotePeer().address() instanceof InetSocketAddress inet
          ? inet.getAddress().getHostAddress()
          : "unknown";
    }
  },

  /** Where the gateway saw it: it puts the address at the end of {@code X-Forwarded-For}. */
  OF_GATEWAY {
    @Override
    public String of(ServerRequest request) {
      ServerRequestHeaders headers = request.headers();
      if (!headers.contains(HeaderNames.X_FORWARDED_FOR)) {
        return OF_PEER.of(request);
      }
      List<String> values = headers.get(HeaderNames.X_FORWARDED_FOR).allValues();
      String last = values.getLast();
      return last.substring(last.lastIndexOf(',') + 1).strip();
    }
  };

  /** Returns the address as text. */
  public abstract String of(ServerRequest request);
}
