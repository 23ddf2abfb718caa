package tasktracker.service;

import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

/**
 * Matches paths byte for byte. One that would have to be decoded or normalised first ({@code %61},
 * {@code ;x}, {@code //}, {@code /..}) is no route's, whatever it might become: every shape of the
 * application then gives the same answer.
 */
record PlainPaths(Routes routes) implements Filter {

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    if (isPlain(request.prologue().uriPath().rawPath())) {
      chain.proceed();
    } else {
      routes.answerOtherwise(request, response);
    }
  }

  static boolean isPlain(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '%' || c == ';') {
        return false;
      }
      if (c == '/' && i + 1 < path.length()) {
        char next = path.charAt(i + 1);
        if (next == '/' || (next == '.' && isDots(path, i + 1))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isDots(String path, int from) {
    int end = path.indexOf('/', from);
    int length = (end < 0 ? path.length() : end) - from;
    return length == 1 || (length == 2 && path.charAt(from + 1) == '.');
  }
}
