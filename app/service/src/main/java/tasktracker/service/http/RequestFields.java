package tasktracker.service.http;

import io.helidon.webserver.http.ServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * The fields of a request: reads them one by one, remembers whatever is wrong, and {@link #check()}
 * answers with all of it at once (422). Not thread-safe; one instance a request.
 */
public final class RequestFields {

  private final Function<String, JsonNode> source;
  private final List<FieldError> errors = new ArrayList<>(0);

  private RequestFields(Function<String, JsonNode> source) {
    this.source = source;
  }

  /**
   * Reads the body of a request as a JSON object.
   *
   * @throws ProblemException as {@link WholeBody#read} does, and 400 for malformed JSON, 422 for
   *     anything but an object
   */
  public static RequestFields ofBody(ServerRequest request) {
    JsonNode root;
    try (WholeBody body = WholeBody.read(request)) {
      root = ContractJson.mapper().readTree(body.bytes());
    } catch (JacksonException e) {
      throw ProblemException.badRequest("The body is not well-formed JSON");
    }
    if (root.isMissingNode()) {
      throw ProblemException.badRequest("The body is empty, a JSON object is expected");
    }
    if (!root.isObject()) {
      throw ProblemException.of(
          Problem.invalid(List.of(new FieldError("body", "must be a JSON object"))));
    }
    return new RequestFields(root::get);
  }

  /** Reads the query of a request. Of a parameter that is given twice the first counts. */
  public static RequestFields ofQuery(ServerRequest request) {
    var query = request.query();
    return new RequestFields(
        name -> query.contains(name) ? StringNode.valueOf(query.get(name)) : null);
  }

  /** Returns the value of a field that must be there; {@code null} where it is not valid. */
  public <T> T required(String name, FieldType<T> type) {
    JsonNode node = source.apply(name);
    if (node == null) {
      errors.add(new FieldError(name, "is required"));
      return null;
    }
    return read(name, node, type);
  }

  /** Returns the value of a field, or {@code null} where it is absent or {@code null}. */
  public <T> T optional(String name, FieldType<T> type) {
    return optional(name, type, null);
  }

  /** Returns the value of a field, or {@code fallback} where it is absent or {@code null}. */
  public <T> T optional(String name, FieldType<T> type, T fallback) {
    JsonNode node = source.apply(name);
    return node == null || node.isNull() ? fallback : read(name, node, type);
  }

  /** Returns the change of a field that always has a value. */
  public <T> Change<T> change(String name, FieldType<T> type) {
    JsonNode node = source.apply(name);
    return node == null ? Change.keep() : Change.set(read(name, node, type));
  }

  /** Returns the change of a field that {@code null} clears. */
  public <T> Change<T> nullableChange(String name, FieldType<T> type) {
    JsonNode node = source.apply(name);
    return node != null && node.isNull() ? Change.set(null) : change(name, type);
  }

  /**
   * Ends the reading.
   *
   * @throws ProblemException 422 with one error for each field that is not valid
   */
  public void check() {
    if (!errors.isEmpty()) {
      throw ProblemException.of(Problem.invalid(errors));
    }
  }

  private <T> T read(String name, JsonNode node, FieldType<T> type) {
    if (node.isNull()) {
      errors.add(new FieldError(name, "must not be null"));
      return null;
    }
    try {
      return type.read(node);
    } catch (InvalidFieldException e) {
      errors.add(new FieldError(name, e.getMessage()));
      return null;
    }
  }
}
