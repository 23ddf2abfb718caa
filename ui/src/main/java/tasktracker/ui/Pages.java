package tasktracker.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tasktracker.report.html.Assets;

/** The pages: one document, whose script shows what its address asks for. */
final class Pages {
  private static final List<String> DOCUMENTS =
      List.of("/", "/experiments/{name}", "/compare", "/new", "/new/{command}");

  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml");

  private static final List<String> FILES =
      List.of(
          "dashboard.css",
          "dashboard.js",
          "dom.js",
          "list.js",
          "experiment.js",
          "live.js",
          "figures.js",
          "compare.js",
          "new.js",
          "icon.svg");

  void addTo(HttpRouting.Builder routing) {
    Handler document = file("index.html", "text/html; charset=utf-8");
    DOCUMENTS.forEach(path -> routing.get(path, document));
    for (String name : FILES) {
      routing.get("/assets/" + name, file(name, TYPES.get(name.replaceFirst(".*\\.", ""))));
    }
    routing.get("/assets/chart.js", answer(Assets.chartModule().getBytes(UTF_8), TYPES.get("js")));
    routing.get("/assets/page.css", answer(Assets.STYLE.getBytes(UTF_8), TYPES.get("css")));
    routing.get("/api/openapi.json", file("openapi.json", TYPES.get("json")));
  }

  private static Handler file(String name, String type) {
    try (InputStream in = Pages.class.getResourceAsStream(name)) {
      return answer(in.readAllBytes(), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Handler answer(byte[] content, String type) {
    return (_, response) -> response.header(HeaderNames.CONTENT_TYPE, type).send(content);
  }
}
