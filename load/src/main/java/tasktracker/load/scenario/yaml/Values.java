package tasktracker.load.scenario.yaml;

import java.util.Map;
import java.util.Optional;
import tasktracker.load.scenario.Response;
import tasktracker.load.scenario.UserContext;
import tasktracker.load.workload.ledger.WriteLedger;

/** What one user knows: its variables, its random numbers and its latest answer. */
final class Values {
  private final UserContext context;
  private final String[] slots;
  private final Optional<WriteLedger> ledger;
  private JsonText json;

  /**
   * @param ledger remembers what the user wrote; empty where nobody asks
   */
  Values(UserContext context, int variables, Optional<WriteLedger> ledger) {
    this.context = context;
    this.slots = new String[variables];
    this.ledger = ledger;
  }

  /** The value of a variable, null while it has none. */
  String get(int slot) {
    return slots[slot];
  }

  void set(int slot, String value) {
    slots[slot] = value;
  }

  /** Gives variables their values, by slot, each of which may use those before it. */
  void draw(Map<Integer, Template> variables) {
    variables.forEach((slot, template) -> set(slot, template.render(this)));
  }

  UserContext context() {
    return context;
  }

  Optional<WriteLedger> ledger() {
    return ledger;
  }

  void forgetAnswer() {
    json = null;
  }

  /** The body as JSON, read once for all that look into it. */
  JsonText json(Response response) {
    if (json == null) {
      json = JsonText.parse(response.body());
    }
    return json;
  }
}
