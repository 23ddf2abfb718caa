package tasktracker.load.scenario.yaml;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import tasktracker.load.scenario.Request;

/** What is sent in the body of a request. */
sealed interface Body {

  /** Adds it for a user, and returns it as it is sent; nothing where there is none. */
  String addTo(Request request, Values values);

  record None() implements Body {
    @Override
    public String addTo(Request request, Values values) {
      return "";
    }
  }

  record Json(Template text) implements Body {
    @Override
    public String addTo(Request request, Values values) {
      String json = text.render(values);
      request.json(json);
      return json;
    }
  }

  /** Text of any type, in UTF-8. */
  record Text(Template text, String contentType) implements Body {
    @Override
    public String addTo(Request request, Values values) {
      String body = text.render(values);
      request.body(body.getBytes(StandardCharsets.UTF_8), contentType);
      return body;
    }
  }

  /** What a browser sends for a form. */
  record Form(Map<String, Template> fields) implements Body {
    @Override
    public String addTo(Request request, Values values) {
      StringBuilder text = new StringBuilder();
      fields.forEach((name, value) ->
          text.append(text.isEmpty() ? "" : "&")
              .append(Escaping.encode(name))
              .append('=')
              .append(Escaping.encode(value.render(values))));
      request.body(
          text.toString().getBytes(StandardCharsets.US_ASCII), "application/x-www-form-urlencoded");
      return text.toString();
    }
  }
}
