package tasktracker.load.scenario.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tasktracker.load.scenario.UserContext;
import tasktracker.load.workload.ledger.WriteLedger;

/**
 * Everything that a scenario file says, ready to be used by any number of users. Immutable.
 *
 * @param slots number of variables
 * @param data rows that give users their first values; none for an empty list
 * @param variables values of every new user, by slot, in the order of the file
 * @param readBack how what users wrote is read; empty where the file does not say
 */
record Definition(
    int slots,
    List<Map<Integer, String>> data,
    Map<Integer, Template> variables,
    StandingHeaders headers,
    List<RequestTemplate> setUp,
    List<RequestTemplate> onStart,
    List<YamlTask> tasks,
    Optional<ReadBackTemplate> readBack) {

  /** Users take the rows of the data in turn. */
  Values newValues(UserContext context, Optional<WriteLedger> ledger) {
    Values values = new Values(context, slots, ledger);
    if (!data.isEmpty()) {
      data.get(context.number() % data.size()).forEach(values::set);
    }
    values.draw(variables);
    return values;
  }
}
