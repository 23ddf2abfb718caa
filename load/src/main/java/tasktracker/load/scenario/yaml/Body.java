package tasktracker.load.scenario.yaml;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import tasktracker.load.scenario.Request;

/** What is sent in the body of a request. */
sealed interface Body {

  void addTo(Request request, Values values);

  /** No body. */
  record None() implements Body {
    @Override
    public void addTo(Request request, Values values) {
      // Nothing to add.
    }
  }

  /** A JSON document. */
  record Json(Template text) implements Body {
    @Override
    public void addTo(Request request, Values values) {
      request.json(text.render(values));
    }
  }

  /** Text of any type, in UTF-8. */
  record Text(Template text, String contentType) implements Body {
    @Override
    public void addTo(Request request, Values values) {
      request.body(text.render(values).getBytes(StandardCharsets.UTF_8), contentType);
    }
  }

  /** What a browser sends for a form. */
  record Form(Map<String, Template> fields) implements Body {
    @Override
    public void addTo(Request request, Values values) {
      StringBuilder text = new StringBuilder();
      fields.forEach((name, value) ->
          text.append(text.isEmpty() ? "" : "&")
              .append(Escaping.encode(name))
              .append('=')
              .append(Escaping.encode(value.render(values))));
      request.body(
          text.toString().getBytes(StandardCharsets.US_ASCII), "application/x-www-form-urlencoded");
    }
  }
}
