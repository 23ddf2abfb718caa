package tasktracker.gateway;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpPrologue;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.webserver.http.ServerRequest;
import tasktracker.service.http.ClientAddress;
import tasktracker.service.upstream.UpstreamRequest;

/**
 * A client's request as a service gets it: same method, raw target, end-to-end headers, host and
 * body; with the request id and the {@code X-Forwarded-} headers that tell about the client.
 */
final class ForwardedRequest {

  private static final HeaderName FORWARDED_FOR = HeaderNames.X_FORWARDED_FOR;
  private static final HeaderName FORWARDED_PROTO = HeaderNames.X_FORWARDED_PROTO;
  private static final HeaderName FORWARDED_HOST = HeaderNames.X_FORWARDED_HOST;

  private ForwardedRequest() {}

  static UpstreamRequest from(ServerRequest request, RequestId id, ForwardedBody body) {
    ServerRequestHeaders headers = request.headers();
    HttpPrologue prologue = request.prologue();
    UpstreamRequest forwarded = new UpstreamRequest(prologue.method().text(), target(prologue));
    copyEndToEnd(headers, forwarded);
    if (!headers.contains(RequestId.NAME)) {
      forwarded.header(RequestId.NAME.defaultCase(), id.value());
    }
    addClient(request, forwarded);
    body.addTo(forwarded);
    return forwarded;
  }

  private static String target(HttpPrologue prologue) {
    String path = prologue.uriPath().rawPath();
    return prologue.hasQuery() ? path + "?" + prologue.query().rawValue() : path;
  }

  /** {@code Expect} goes no further: this server has answered it. */
  private static void copyEndToEnd(ServerRequestHeaders headers, UpstreamRequest forwarded) {
    HopByHop hopByHop = new HopByHop(joined(headers, HeaderNames.CONNECTION));
    for (Header header : headers) {
      HeaderName name = header.headerName();
      if (hopByHop.contains(name)
          || name.equals(HeaderNames.EXPECT)
          || name.equals(FORWARDED_FOR)) {
        continue;
      }
      if (header.valueCount() == 1) {
        forwarded.header(header.name(), header.get());
      } else {
        header.allValues().forEach(value -> forwarded.header(header.name(), value));
      }
    }
  }

  private static String joined(ServerRequestHeaders headers, HeaderName name) {
    return headers.contains(name) ? headers.get(name).values() : "";
  }

  private static void addClient(ServerRequest request, UpstreamRequest forwarded) {
    ServerRequestHeaders headers = request.headers();
    String client = ClientAddress.OF_PEER.of(request);
    forwarded.header(
        FORWARDED_FOR.defaultCase(),
        headers.contains(FORWARDED_FOR) ? joined(headers, FORWARDED_FOR) + ", " + client : client);
    if (!headers.contains(FORWARDED_PROTO)) {
      forwarded.header(FORWARDED_PROTO.defaultCase(), request.isSecure() ? "https" : "http");
    }
    if (!headers.contains(FORWARDED_HOST)) {
      headers
          .first(HeaderNames.HOST)
          .ifPresent(host -> forwarded.header(FORWARDED_HOST.defaultCase(), host));
    }
  }
}
