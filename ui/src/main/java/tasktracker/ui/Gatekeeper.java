package tasktracker.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tasktracker.ui.refusal.RefusalException;

/**
 * Lets nobody in but the pages of this dashboard and those who know its token: a page elsewhere may
 * make a browser ask, under any name that leads here.
 */
final class Gatekeeper implements Filter {
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String COOKIE = "tasktracker_token";
  private static final Pattern PORT = Pattern.compile(":(\\d+)$");
  private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");
  private static final HeaderName FETCH_MODE = HeaderNames.create("Sec-Fetch-Mode");
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
  private static final Set<Method> READING = Set.of(Method.GET, Method.HEAD);

  /** An address leads where it says; a name may lead anywhere. */
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

  private final String host;
  private final Optional<String> token;

  Gatekeeper(String host, Optional<String> token) {
    this.host = host.toLowerCase(Locale.ROOT);
    this.token = token;
  }

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    response.header("Content-Security-Policy", POLICY);
    response.header("X-Content-Type-Options", "nosniff");
    response.header("X-Frame-Options", "DENY");
    response.header("Referrer-Policy", "no-referrer");
    response.header("Cross-Origin-Resource-Policy", "same-origin");
    response.header("Cross-Origin-Opener-Policy", "same-origin");
    response.header("Cache-Control", "no-store");
    requireOwnHost(request);
    requireOwnSite(request);
    if (isLoggedIn(request, response)) {
      chain.proceed();
    }
  }

  private void requireOwnHost(RoutingRequest request) {
    String named = request.authority().toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", "");
    if (!named.equals("localhost") && !named.equals(host) && !ADDRESS.matcher(named).matches()) {
      throw RefusalException.of(421, "This dashboard is not called by that name");
    }
  }

  private static void requireOwnSite(RoutingRequest request) {
    boolean reads = READING.contains(request.prologue().method());
    boolean isNavigation =
        reads
            && !request.prologue().uriPath().path().startsWith("/api/")
            && header(request, FETCH_MODE).filter("navigate"::equals).isPresent();
    if (!isNavigation
        && header(request, FETCH_SITE).filter(site -> !OWN_SITES.contains(site)).isPresent()) {
      throw RefusalException.of(403, "Asked by a page from elsewhere");
    }
    if (reads) {
      return;
    }
    Optional<String> origin = header(request, HeaderNames.ORIGIN);
    if (origin.isPresent() && !origin.get().equals("http://" + request.authority())) {
      throw RefusalException.of(403, "Asked by a page from elsewhere");
    }
    // A form of a page elsewhere cannot send this type.
    if (header(request, HeaderNames.CONTENT_TYPE)
        .filter(type -> type.startsWith("application/json"))
        .isEmpty()) {
      throw RefusalException.of(415, "Send application/json");
    }
  }

  /** Returns whether to go on: a token in the address becomes a cookie first. */
  private boolean isLoggedIn(RoutingRequest request, RoutingResponse response) {
    if (token.isEmpty()) {
      return true;
    }
    if (request.query().contains("token") && isToken(request.query().get("token"))) {
      response
          .status(303)
          .header("Location", "/")
          .header(
              "Set-Cookie",
              "%s=%s; Path=/; HttpOnly; SameSite=Strict".formatted(cookie(request), token.get()))
          .send();
      return false;
    }
    boolean known =
        Stream.concat(
                header(request, HeaderNames.AUTHORIZATION).stream()
                    .filter(value -> value.startsWith("Bearer "))
                    .map(value -> value.substring("Bearer ".length())),
                header(request, HeaderNames.COOKIE).stream()
                    .flatMap(value -> Stream.of(value.split(";")))
                    .map(String::strip)
                    .filter(value -> value.startsWith(cookie(request) + "="))
                    .map(value -> value.substring(value.indexOf('=') + 1)))
            .anyMatch(this::isToken);
    if (!known) {
      throw RefusalException.of(401, "Open the address that ./tasktracker ui printed");
    }
    return true;
  }

  /** Browsers keep cookies by the name of a host, whatever its port. */
  private static String cookie(RoutingRequest request) {
    Matcher port = PORT.matcher(request.authority());
    return port.find() ? COOKIE + "_" + port.group(1) : COOKIE;
  }

  private boolean isToken(String given) {
    return MessageDigest.isEqual(given.getBytes(UTF_8), token.orElseThrow().getBytes(UTF_8));
  }

  private static Optional<String> header(RoutingRequest request, HeaderName name) {
    return request.headers().first(name);
  }
}
