package tasktracker.load.scenario.yaml;

import tasktracker.load.scenario.Response;
import tools.jackson.core.JsonPointer;

/** Where in an answer something is looked for. The text form is for lists of failures. */
sealed interface Source {

  /** What is there, null when there is nothing. */
  String find(Response response, Values values);

  /** A value of a JSON body, by its pointer (RFC 6901). */
  record Json(JsonPointer pointer) implements Source {
    @Override
    public String find(Response response, Values values) {
      return values.json(response).at(pointer);
    }

    @Override
    public String toString() {
      return "json " + pointer;
    }
  }

  /** The first value of a header. */
  record Header(String name) implements Source {
    @Override
    public String find(Response response, Values values) {
      return response.header(name).orElse(null);
    }

    @Override
    public String toString() {
      return "header " + name;
    }
  }

  /** The whole body. */
  record Body() implements Source {
    @Override
    public String find(Response response, Values values) {
      return response.text();
    }

    @Override
    public String toString() {
      return "body";
    }
  }
}
