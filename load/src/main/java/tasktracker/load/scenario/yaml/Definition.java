package tasktracker.load.scenario.yaml;

import java.util.List;
import java.util.Map;
import tasktracker.load.scenario.UserContext;

/**
 * Everything that a scenario file says, ready to be used by any number of users. Immutable.
 *
 * @param slots number of variables
 * @param data rows that give users their first values; none for an empty list
 * @param variables values of every new user, by slot, in the order of the file
 */
record Definition(
    int slots,
    List<Map<Integer, String>> data,
    Map<Integer, Template> variables,
    StandingHeaders headers,
    List<RequestTemplate> setUp,
    List<RequestTemplate> onStart,
    List<YamlTask> tasks) {

  /** Users take the rows of the data in turn. */
  Values newValues(UserContext context) {
    Values values = new Values(context, slots);
    if (!data.isEmpty()) {
      data.get(context.number() % data.size()).forEach(values::set);
    }
    variables.forEach((slot, template) -> values.set(slot, template.render(values)));
    return values;
  }
}
