package tasktracker.experiments.draft;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request of a recording and its answer.
 *
 * @param uri what was asked for
 * @param request as the archive has it
 * @param response likewise
 */
record HarExchange(URI uri, JsonNode request, JsonNode response) {
  private static final Pattern STATIC_TYPE =
      Pattern.compile(
          "(image|font|audio|video)/.*|text/css.*|.*javascript.*|.*font.*|.*wasm.*|.*manifest.*");
  private static final Pattern STATIC_PATH =
      Pattern.compile(
          "(?i).*\\.(js|mjs|css|map|png|jpe?g|gif|svg|ico|webp|avif|woff2?|ttf|otf|eot|mp4|webm|mp3|wasm)");

  /** Empty for what is no HTTP request, such as a data URL or a preflight. */
  static Optional<HarExchange> of(JsonNode entry) {
    JsonNode request = entry.path("request");
    String method = request.path("method").asString("");
    try {
      URI uri = new URI(escaped(request.path("url").asString("")));
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return http
              && uri.getRawAuthority() != null
              && method.matches("[A-Z]+")
              && !method.equals("OPTIONS")
              && !method.equals("CONNECT")
          ? Optional.of(new HarExchange(uri, request, entry.path("response")))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Browsers write some characters as they are that a URI must encode. */
  private static String escaped(String url) {
    StringBuilder text = new StringBuilder();
    String whole = url.replaceFirst("#.*", "").replaceAll("%(?![0-9a-fA-F]{2})", "%25");
    int path = whole.indexOf('/', whole.indexOf("://") + 3);
    int from = path < 0 ? whole.length() : path;
    // The address of IPv6 has brackets.
    text.append(whole, 0, from);
    whole
        .substring(from)
        .codePoints()
        .forEach(c -> {
          String one = Character.toString(c);
          boolean odd = c <= ' ' || c > '~' || "\"<>\\^`{|}[]".indexOf(c) >= 0;
          text.append(odd ? URLEncoder.encode(one, UTF_8).replace("+", "%20") : one);
        });
    return text.toString();
  }

  String method() {
    return request.path("method").asString();
  }

  int status() {
    return response.path("status").asInt(0);
  }

  String host() {
    return uri.getAuthority().replaceFirst(".*@", "");
  }

  /** As it is written, percent-encoded. */
  String path() {
    String path = uri.getRawPath();
    return path == null || path.isEmpty() ? "/" : path;
  }

  boolean isStatic() {
    String type = response.path("content").path("mimeType").asString("").toLowerCase(Locale.ROOT);
    return STATIC_TYPE.matcher(type).matches() || STATIC_PATH.matcher(path()).matches();
  }

  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    request
        .path("headers")
        .forEach(header ->
            headers.put(header.path("name").asString(""), header.path("value").asString("")));
    return headers;
  }

  /** The cookies that were sent. */
  Optional<String> cookies() {
    return header(request, "cookie");
  }

  /** The first cookie that the answer sets. */
  Optional<String> cookieSet() {
    return header(response, "set-cookie");
  }

  private static Optional<String> header(JsonNode message, String name) {
    return message
        .path("headers")
        .valueStream()
        .filter(header -> header.path("name").asString("").equalsIgnoreCase(name))
        .map(header -> header.path("value").asString(""))
        .findFirst();
  }

  /** The answer where it is JSON. */
  Optional<JsonNode> answer() {
    JsonNode content = response.path("content");
    if (!content.path("mimeType").asString("").contains("json")) {
      return Optional.empty();
    }
    try {
      String text = content.path("text").asString("");
      return Optional.of(
          JsonMapper.shared()
              .readTree(
                  content.path("encoding").asString("").equals("base64")
                      ? new String(Base64.getMimeDecoder().decode(text), UTF_8)
                      : text));
    } catch (JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
