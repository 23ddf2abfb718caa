package tasktracker.load.scenario.yaml;

import java.util.random.RandomGenerator;
import tasktracker.load.scenario.Response;
import tasktracker.load.scenario.UserContext;

/** What one user knows: its variables, its random numbers and its latest answer. */
final class Values {
  private final UserContext context;
  private final String[] slots;
  private JsonText json;

  Values(UserContext context, int variables) {
    this.context = context;
    this.slots = new String[variables];
  }

  /** The value of a variable, null while it has none. */
  String get(int slot) {
    return slots[slot];
  }

  void set(int slot, String value) {
    slots[slot] = value;
  }

  UserContext context() {
    return context;
  }

  RandomGenerator random() {
    return context.random();
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
