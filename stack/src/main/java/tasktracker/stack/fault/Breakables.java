package tasktracker.stack.fault;

import java.util.List;
import java.util.stream.Collectors;
import tasktracker.error.UsageException;

/**
 * All members of a stack that can be broken.
 *
 * @param stack name of the architecture
 * @param members in the order in which people list them
 */
public record Breakables(String stack, List<Breakable> members) {

  /** Copies the list. */
  public Breakables {
    members = List.copyOf(members);
  }

  /**
   * Names of the instances that a target means.
   *
   * @throws UsageException naming what there is, when the target does not exist here
   */
  public List<String> instances(FaultTarget target) {
    Breakable member = member(target.member());
    List<String> all = member.instances();
    if (target.instance().isEmpty()) {
      return all;
    }
    int number = target.instance().getAsInt();
    if (number > all.size()) {
      throw new UsageException(
          "%s has %d instance%s, not %d"
              .formatted(member.name(), all.size(), all.size() == 1 ? "" : "s", number));
    }
    return List.of(all.get(number - 1));
  }

  private Breakable member(String name) {
    return members.stream()
        .filter(member -> member.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new UsageException(
                "%s has no service or database '%s': use %s"
                    .formatted(
                        stack,
                        name,
                        members.stream().map(Breakable::name).collect(Collectors.joining(", ")))));
  }
}
