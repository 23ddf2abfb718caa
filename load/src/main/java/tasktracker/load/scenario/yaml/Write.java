package tasktracker.load.scenario.yaml;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tasktracker.load.scenario.Response;
import tasktracker.load.workload.ledger.WriteLedger;
import tools.jackson.core.JsonPointer;

/**
 * What a request leaves behind, for the ledger of its user. Immutable.
 *
 * @param effect on the record
 * @param key of the record
 * @param sent parts of the record that the JSON body of the request tells
 * @param told parts of the record that the file tells, by their pointer
 */
record Write(Effect effect, Template key, List<JsonPointer> sent, Map<String, Template> told) {

  /** What becomes of a record. */
  enum Effect {
    /** It is made, and the answer tells its key. */
    CREATE,
    /** It holds what was sent; where it was not there, it is now. */
    WRITE,
    /** It is gone. */
    DELETE
  }

  /** A write whose request is about to be sent. */
  @FunctionalInterface
  interface Pending {
    /**
     * Notes it in the ledger.
     *
     * @param body of the request, as it was sent
     */
    void ended(String body, Response response);
  }

  /**
   * Fixes what is known before the request is sent; the answer may change variables.
   *
   * @return empty where the user has no ledger
   * @throws NoValueException when the key has no value yet
   */
  Optional<Pending> begin(Values values) {
    return values.ledger().map(ledger -> begin(ledger, values));
  }

  private Pending begin(WriteLedger ledger, Values values) {
    Map<String, String> known = new LinkedHashMap<>();
    told.forEach((part, value) -> known.put(part, JsonText.comparable(value.render(values))));
    return switch (effect) {
      case CREATE ->
          (body, response) ->
              ledger.created(
                  response.ok() ? Optional.of(key.render(values)) : Optional.empty(),
                  parts(known, body),
                  response);
      case WRITE -> {
        String record = key.render(values);
        yield (body, response) -> ledger.written(record, parts(known, body), response);
      }
      case DELETE -> {
        String record = key.render(values);
        yield (_, response) -> ledger.deleted(record, response);
      }
    };
  }

  private Map<String, String> parts(Map<String, String> known, String body) {
    if (!sent.isEmpty()) {
      JsonText json = JsonText.parse(body.getBytes(StandardCharsets.UTF_8));
      for (JsonPointer part : sent) {
        if (json.has(part)) {
          known.putIfAbsent(part.toString(), json.comparable(part));
        }
      }
    }
    return known;
  }
}
