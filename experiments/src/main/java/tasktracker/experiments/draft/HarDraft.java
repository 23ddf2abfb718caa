package tasktracker.experiments.draft;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tasktracker.error.UsageException;
import tasktracker.results.file.TextFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A draft of a scenario from a recording of a browser: an HTTP archive (HAR 1.2), as the developer
 * tools of browsers save it. Static files and other hosts are left out, secrets become variables,
 * and values that an answer held before they are sent become captures.
 */
public final class HarDraft {
  /** Not modified, and a part: answers to what browsers add. */
  private static final Set<Integer> PARTS = Set.of(206, 304);

  private static final int MOST_REQUESTS = 2_000;
  private static final int LONGEST_BODY = 256 * 1024;
  private static final Pattern ID =
      Pattern.compile(
          "\\d+|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|[0-9a-fA-F]{16,}|[\\w-]*\\d[\\w-]{15,}");

  /** What a browser adds by itself, or the generator does. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "host",
          "connection",
          "content-length",
          "content-type",
          "cookie",
          "user-agent",
          "origin",
          "referer",
          "accept-encoding",
          "accept-language",
          "cache-control",
          "pragma",
          "dnt",
          "te",
          "if-none-match",
          "if-modified-since",
          "upgrade-insecure-requests",
          "priority",
          "transfer-encoding",
          "expect",
          "keep-alive",
          "upgrade",
          "proxy-connection",
          "range",
          "x-requested-with",
          "save-data");

  private final String source;
  private final DraftVariables variables = new DraftVariables();
  private final SeenValues seen = new SeenValues(variables);
  private final List<DraftRequest> requests = new ArrayList<>();
  private final Map<String, Integer> otherHosts = new TreeMap<>();
  private final Set<String> copied = new TreeSet<>();
  private final Set<String> cookiesLeftOut = new TreeSet<>();
  private int unreadable;
  private int staticFiles;

  private HarDraft(String source) {
    this.source = source;
  }

  /**
   * Reads a recording.
   *
   * @param host whose requests are taken; null for the one that most were sent to
   * @throws UsageException with one line: the file, what is wrong with it, and what would be right
   */
  public static ScenarioDraft read(Path file, String host) {
    JsonNode archive;
    try {
      archive = JsonMapper.shared().readTree(TextFile.read(file));
    } catch (JacksonException e) {
      throw new UsageException(
          "%s: no JSON: use an HTTP archive (.har) as the developer tools of a browser save it"
              .formatted(file),
          e);
    }
    return new HarDraft(file.toString()).draft(file, archive.path("log").path("entries"), host);
  }

  private ScenarioDraft draft(Path file, JsonNode entries, String wanted) {
    UsageException.unless(
        entries.isArray() && !entries.isEmpty(),
        "%s: no log.entries: use an HTTP archive (.har) as the developer tools of a browser save it",
        source);
    List<HarExchange> exchanges =
        entries.valueStream().flatMap(entry -> HarExchange.of(entry).stream()).toList();
    unreadable = entries.size() - exchanges.size();
    String host = wanted == null ? busiest(exchanges) : wanted;
    for (HarExchange exchange : exchanges) {
      if (!exchange.host().equals(host)) {
        otherHosts.merge(exchange.host(), 1, Integer::sum);
      } else if (exchange.isStatic()) {
        staticFiles++;
      } else if (requests.size() < MOST_REQUESTS) {
        add(exchange);
      }
    }
    UsageException.unless(
        !requests.isEmpty(),
        "%s: no request to %s that is no static file; it has requests to %s",
        source,
        host,
        exchanges.stream()
            .map(HarExchange::host)
            .distinct()
            .sorted()
            .limit(10)
            .collect(Collectors.joining(", ")));
    return new ScenarioDraft(
        file.getFileName().toString().replaceFirst("\\.har$", ""),
        remarks(host, exchanges),
        "1s",
        Map.of(),
        variables.values(),
        List.of(new ScenarioDraft.Task(1, requests)));
  }

  private String busiest(List<HarExchange> exchanges) {
    return exchanges.stream()
        .filter(exchange -> !exchange.isStatic())
        .collect(Collectors.groupingBy(HarExchange::host, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElseThrow(() -> new UsageException("%s: nothing but static files".formatted(source)));
  }

  private List<String> remarks(String host, List<HarExchange> exchanges) {
    List<String> remarks = new ArrayList<>();
    remarks.add(
        "A draft from %s: look through it, then try it:".formatted(Path.of(source).getFileName()));
    String url =
        exchanges.stream()
            .filter(exchange -> exchange.host().equals(host))
            .findFirst()
            .map(exchange -> exchange.uri().getScheme() + "://" + host)
            .orElseThrow();
    remarks.add("  ./tasktracker load %s --scenario FILE -u 1 -t 5s".formatted(url));
    remarks.add(
        "Left out: %d static files%s"
            .formatted(
                staticFiles,
                otherHosts.isEmpty()
                    ? ""
                    : "; requests to "
                        + otherHosts.entrySet().stream()
                            .map(each -> "%s (%d)".formatted(each.getKey(), each.getValue()))
                            .limit(20)
                            .collect(Collectors.joining(", "))));
    if (!variables.toFillIn().isEmpty()) {
      remarks.add("Fill in: " + String.join(", ", variables.toFillIn()));
    }
    if (!copied.isEmpty()) {
      remarks.add("Look for secrets in the bodies of " + String.join(", ", copied));
    }
    if (!cookiesLeftOut.isEmpty()) {
      remarks.add("Cookies left out: " + String.join(", ", cookiesLeftOut));
    }
    if (unreadable > 0) {
      remarks.add("Left out: %d entries that are no HTTP requests".formatted(unreadable));
    }
    if (requests.size() == MOST_REQUESTS) {
      remarks.add("Only the first %d requests".formatted(MOST_REQUESTS));
    }
    return remarks;
  }

  private void add(HarExchange exchange) {
    DraftRequest request =
        new DraftRequest(
            exchange.method() + " " + template(exchange.path()),
            exchange.method(),
            target(exchange),
            headers(exchange),
            body(exchange),
            expected(exchange),
            Map.of());
    requests.add(request);
    exchange.answer().ifPresent(answer -> seen.see(request, answer));
    exchange.cookieSet().ifPresent(cookie -> seen.seeCookie(request, cookie));
  }

  /** What is asked for without the browser's cache is answered whole. */
  private static Optional<Integer> expected(HarExchange exchange) {
    int status = exchange.status();
    return status > 0 ? Optional.of(PARTS.contains(status) ? 200 : status) : Optional.empty();
  }

  /** The path without what differs from request to request. */
  private static String template(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      parts.add(ID.matcher(part).matches() ? "{id}" : part);
    }
    return DraftVariables.literal(String.join("/", parts));
  }

  private String target(HarExchange exchange) {
    List<String> parts = new ArrayList<>();
    for (String part : exchange.path().split("/", -1)) {
      parts.add(
          part.isEmpty()
              ? part
              : ID.matcher(part).matches() || part.length() >= SeenValues.SHORTEST
                  ? seen.placeholderOf(decoded(part)).orElse(DraftVariables.literal(part))
                  : DraftVariables.literal(part));
    }
    String result = String.join("/", parts);
    String query = exchange.uri().getRawQuery();
    if (query == null) {
      return result;
    }
    List<String> pairs = new ArrayList<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      pairs.add(
          equals < 0
              ? DraftVariables.literal(pair)
              : DraftVariables.literal(pair.substring(0, equals + 1))
                  + value(
                      decoded(pair.substring(0, equals)),
                      decoded(pair.substring(equals + 1)),
                      DraftVariables.literal(pair.substring(equals + 1))));
    }
    return result + "?" + String.join("&", pairs);
  }

  /** The placeholder of a value that came from an answer or is a secret, else as it is. */
  private String value(String name, String value, String otherwise) {
    return seen.placeholderOf(name, value)
        .orElseGet(() ->
            Secrets.isField(name) && !value.isEmpty()
                ? variables.ofSecret(name, value)
                : otherwise);
  }

  private Map<String, String> headers(HarExchange exchange) {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .headers()
        .forEach((name, value) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          boolean everything = lower.equals("accept") && value.startsWith("*/*");
          if (!LEFT_OUT.contains(lower)
              && !lower.startsWith("sec-")
              && !lower.startsWith(":")
              && !everything) {
            headers.put(name, header(name, value));
          }
        });
    String cookies =
        exchange.cookies().stream()
            .flatMap(cookie -> Pattern.compile(";\\s*").splitAsStream(cookie))
            .map(pair -> pair.replaceFirst("=.*", ""))
            .flatMap(name -> {
              Optional<String> placeholder = seen.placeholderOfCookie(name);
              if (placeholder.isEmpty()) {
                cookiesLeftOut.add(name);
              }
              return placeholder.map(held -> DraftVariables.literal(name) + "=" + held).stream();
            })
            .collect(Collectors.joining("; "));
    if (!cookies.isEmpty()) {
      headers.put("Cookie", cookies);
    }
    return headers;
  }

  private String header(String name, String value) {
    int blank = value.indexOf(' ');
    String credentials = value.substring(blank + 1);
    boolean hasScheme = name.equalsIgnoreCase("authorization") && blank > 0;
    String secret = hasScheme ? credentials : value;
    String scheme = hasScheme ? value.substring(0, blank + 1) : "";
    return seen.placeholderOf(Secrets.isHeader(name) ? "token" : name, secret)
        .or(() ->
            Secrets.isHeader(name)
                ? Optional.of(variables.ofSecret(hasScheme ? "token" : name, secret))
                : Optional.empty())
        .map(placeholder -> scheme + placeholder)
        .orElseGet(() -> DraftVariables.literal(value));
  }

  private Optional<DraftRequest.Body> body(HarExchange exchange) {
    JsonNode data = exchange.request().path("postData");
    String type = data.path("mimeType").asString("");
    String text = data.path("text").asString("");
    UsageException.unless(
        text.length() <= LONGEST_BODY,
        "%s: %s %s sends a body of more than %d KiB: leave it out",
        source,
        exchange.method(),
        exchange.uri(),
        LONGEST_BODY / 1024);
    if (type.contains("json") && !text.isEmpty()) {
      try {
        return Optional.of(
            new DraftRequest.Body.Json(replaced("", JsonMapper.shared().readTree(text))));
      } catch (JacksonException e) {
        // Sent as text, as the browser did.
      }
    }
    if (type.startsWith("application/x-www-form-urlencoded")) {
      return Optional.of(new DraftRequest.Body.Form(form(data, text)));
    }
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (Secrets.isIn(text)) {
      copied.add(exchange.method() + " " + exchange.path());
    }
    return Optional.of(
        new DraftRequest.Body.Text(
            DraftVariables.literal(text), type.isEmpty() ? "text/plain" : type));
  }

  private Map<String, String> form(JsonNode data, String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (data.path("params").isArray() && !data.path("params").isEmpty()) {
      data.path("params")
          .forEach(field ->
              put(
                  decoded(field.path("name").asString("")),
                  decoded(field.path("value").asString("")),
                  fields));
    } else {
      for (String pair : text.split("&")) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)), fields);
        }
      }
    }
    return fields;
  }

  private void put(String name, String value, Map<String, String> fields) {
    fields.put(DraftVariables.literal(name), value(name, value, DraftVariables.literal(value)));
  }

  private JsonNode replaced(String name, JsonNode node) {
    if (node.isObject()) {
      ObjectNode object = JsonMapper.shared().createObjectNode();
      node.properties()
          .forEach(each ->
              object.set(
                  DraftVariables.literal(each.getKey()), replaced(each.getKey(), each.getValue())));
      return object;
    }
    if (node.isArray()) {
      var array = JsonMapper.shared().createArrayNode();
      node.forEach(each -> array.add(replaced(name, each)));
      return array;
    }
    if (node.isString()) {
      return StringNode.valueOf(
          value(name, node.asString(), DraftVariables.literal(node.asString())));
    }
    if (node.isNumber() && Secrets.isField(name)) {
      return ScenarioDraft.number(variables.ofSecret(name, node.asString()));
    }
    if (node.isIntegralNumber() && SeenValues.namesAnId(name)) {
      return seen.placeholderOf(node.asString()).map(ScenarioDraft::number).orElse(node);
    }
    return node;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
