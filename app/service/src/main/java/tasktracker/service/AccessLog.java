package tasktracker.service;

import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.logging.Logger;

/** Logs one line for every request. */
final class AccessLog implements Filter {

  private static final Logger LOG = Logger.getLogger(AccessLog.class.getName());

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    long start = System.nanoTime();
    try {
      chain.proceed();
    } finally {
      long micros = (System.nanoTime() - start) / 1000;
      LOG.info(() ->
          "request method=%s path=%s status=%d bytes=%d us=%d"
              .formatted(
                  request.prologue().method(),
                  request.prologue().uriPath().rawPath(),
                  response.status().code(),
                  response.bytesWritten(),
                  micros));
    }
  }
}
